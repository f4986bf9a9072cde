package no.forfall.intake;

import no.forfall.intake.reading.CsvMapping;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Something to know about one line or element of a file.
 *
 * @param line counted from one, the header included; null where the file has no lines
 * @param path the XPath of the element in an XML file, else null
 * @param field the column or element; null when the whole line is meant
 * @param mend what to do about it; null when there is nothing to do
 * @param refused whether the line was refused because of it; false for a notice on a line that was taken
 */
public record Finding(
        @Nullable Integer line,
        @Nullable String path,
        @Nullable String field,
        LocalText reason,
        @Nullable LocalText mend,
        boolean refused) {

    /** The same with the file's own name of the column. */
    public Finding with(CsvMapping mapping) {
        return new Finding(line, path, field == null ? null : mapping.columnOf(field), reason, mend, refused);
    }
}
