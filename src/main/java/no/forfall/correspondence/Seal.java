package no.forfall.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.forfall.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What a letter was when it left, as a text that anybody can check: a line for each field, then one for each document with
 * its SHA-256, behind the seal of the letter before it. The seal is the SHA-256 of that text in UTF-8.
 *
 * @param number the letter's place among the sealed ones of its case, from one
 * @param previous the seal of the letter before; empty for the first
 * @param fields by name, in the order of their lines; null for one that the letter does not have, which gets no line
 */
record Seal(int number, String previous, Map<String, @Nullable String> fields, Map<String, String> documents) {

    /** The text that is sealed. A field is one line, so that none can pretend to be another. */
    String text() {
        StringBuilder text = new StringBuilder("forfall letter seal 1\n");
        text.append("number: ").append(number).append('\n');
        text.append("previous: ").append(previous).append('\n');
        fields.forEach((name, value) -> {
            if (value != null) {
                text.append(name).append(": ").append(onOneLine(value)).append('\n');
            }
        });
        documents.forEach((kind, digest) ->
                text.append(kind).append(" sha256: ").append(digest).append('\n'));
        return text.toString();
    }

    /** Two different values never become the same line. */
    private static String onOneLine(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    String value() {
        return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
    }
}
