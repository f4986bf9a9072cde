package no.forfall.intake.reading;

import java.util.List;
import no.forfall.intake.FileRefused;

/** A CSV file has no columns by the names of needed fields; a mapping may tell which they are. */
public final class ColumnsMissing extends FileRefused {

    ColumnsMissing(List<String> fields) {
        super(
                Sentence.of("intake.csv.header", String.join(", ", fields)),
                Sentence.of("intake.csv.header.mend", String.join(", ", fields)));
    }
}
