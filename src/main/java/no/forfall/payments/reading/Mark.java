package no.forfall.payments.reading;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import no.forfall.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * By what a payment is known when it comes again, in the same file or in another.
 *
 * @param value begins with the kind of mark, so that formats do not meet by chance
 * @param unique whether no other payment has this mark; else equal ones are counted
 * @param bankReference tells payments of the same mark apart where both have one; never enough to know a payment by
 */
public record Mark(String value, boolean unique, @Nullable String bankReference) {

    /** A number that the sender of the file gives to one payment only. */
    static Mark number(String kind, String number) {
        return new Mark(kind + ":" + number, true, null);
    }

    /** What a payment says, where nobody numbers it reliably. */
    static Mark likeness(String kind, @Nullable String bankReference, Object... content) {
        StringBuilder text = new StringBuilder();
        for (Object each : content) {
            text.append(Objects.requireNonNullElse(each, "")).append('\n');
        }
        return digest(kind, bankReference, text.toString());
    }

    static Mark digest(String kind, @Nullable String bankReference, String content) {
        return new Mark(kind + ":" + HexFormat.of().formatHex(sha256(content)), false, bankReference);
    }

    /** The key of the n-th payment with this mark, counted from one. */
    public String key(int nth) {
        return unique ? value : value + ":" + nth;
    }

    /** The kind of mark, which is another one for each format. */
    public String kind() {
        return value.substring(0, value.indexOf(':'));
    }

    /** The number that the sender gave, for people. */
    public String shown() {
        return value.substring(value.indexOf(':') + 1);
    }

    static byte[] sha256(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
