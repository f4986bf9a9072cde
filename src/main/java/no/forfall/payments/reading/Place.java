package no.forfall.payments.reading;

import no.forfall.intake.Finding;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file.
 *
 * @param line counted from one; null in XML
 * @param path of the element in XML; null elsewhere
 */
public record Place(@Nullable Integer line, @Nullable String path) {

    static final Place WHOLE_FILE = new Place(null, null);

    static Place line(int number) {
        return new Place(number, null);
    }

    static Place path(String path) {
        return new Place(null, path);
    }

    /** Something to know about what stands here, although it was taken. */
    public Finding notice(@Nullable String field, LocalText reason, @Nullable LocalText mend) {
        return new Finding(line, path, field, reason, mend, false);
    }
}
