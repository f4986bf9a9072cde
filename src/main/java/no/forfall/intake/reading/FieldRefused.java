package no.forfall.intake.reading;

import no.forfall.intake.Finding;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** A record cannot be taken because of one of its fields. Ends the record's transaction; the file goes on. */
public class FieldRefused extends RuntimeException {

    private final @Nullable String field;
    private final LocalText reason;
    private final LocalText mend;

    /**
     * @param field a column, or the XPath of an element; null when the whole record is meant
     * @param key of the reason in {@code messages/intake}; the mend's key ends in {@code .mend}
     */
    public FieldRefused(@Nullable String field, String key, Object... arguments) {
        super(key);
        this.field = field;
        this.reason = Sentence.of(key, arguments);
        this.mend = Sentence.of(key + ".mend", arguments);
    }

    /** The finding of a line in a CSV file. */
    public Finding at(int line) {
        return at(line, null);
    }

    /** The finding of a record that stands in a line, or in an element of an XML file. */
    public Finding at(@Nullable Integer line, @Nullable String path) {
        return new Finding(line, path, field, reason, mend, true);
    }

    /** The finding of an element in an XML file; the field is the last step of its path. */
    public Finding inXml() {
        return new Finding(null, field, field == null ? null : lastStep(field), reason, mend, true);
    }

    /** {@code /Invoice/cac:PaymentMeans/cbc:PaymentID} is {@code PaymentID}. */
    public static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    }
}
