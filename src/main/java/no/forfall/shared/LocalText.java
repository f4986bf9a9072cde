package no.forfall.shared;

import java.util.Locale;

/** A sentence in the three languages of the house. */
public record LocalText(String nb, String sv, String en) {

    /** The sentence in the reader's language; English for a language that the house does not speak. */
    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "nb", "no", "nn" -> nb;
            case "sv" -> sv;
            default -> en;
        };
    }
}
