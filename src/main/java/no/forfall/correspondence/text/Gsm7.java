package no.forfall.correspondence.text;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The letters of a text message (3GPP TS 23.038, 6.2.1): one septet each, two for those of the extension table. A single
 * other letter makes the whole message twice as long, so none is sent.
 */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final String UNKNOWN = "?";

    private Gsm7() {}

    static int septets(String text) {
        return text.chars().map(letter -> EXTENSION.indexOf(letter) < 0 ? 1 : 2).sum();
    }

    /** The first letter that is none of them. */
    static Optional<String> stranger(String text) {
        return text.codePoints()
                .filter(letter -> !has(letter))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** The nearest that can be sent: without its accents, with plain quotation marks and dashes, else a question mark. */
    static String of(String text) {
        return text.codePoints().mapToObj(Gsm7::nearest).collect(Collectors.joining());
    }

    private static String nearest(int letter) {
        if (has(letter) && septets(Character.toString(letter)) == 1) {
            return Character.toString(letter);
        }
        if (Character.isSpaceChar(letter)) {
            return " ";
        }
        return switch (Character.getType(letter)) {
            case Character.DASH_PUNCTUATION -> "-";
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> "'";
            default -> bare(letter);
        };
    }

    private static String bare(int letter) {
        String base = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return stranger(base).isEmpty() && septets(base) == base.length() ? base : UNKNOWN;
    }

    private static boolean has(int letter) {
        return BASIC.indexOf(letter) >= 0 || EXTENSION.indexOf(letter) >= 0;
    }
}
