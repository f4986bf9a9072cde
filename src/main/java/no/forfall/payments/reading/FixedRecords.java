package no.forfall.payments.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import no.forfall.intake.reading.Lines;

/** The records of a file, one to a line. Blanks at the end of a line may be missing; empty lines are passed over. */
final class FixedRecords {

    private static final String END_OF_TEXT = "\u001a";

    private FixedRecords() {}

    /** @throws FileRefused when a line is longer than a record, or holds control characters */
    static void forEach(IncomingFile file, Consumer<FixedRecord> take) {
        try (Lines lines = Lines.of(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank() && !line.equals(END_OF_TEXT)) {
                    take.accept(record(lines.number(), line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FixedRecord record(int number, String line) {
        String text = line.length() > FixedRecord.LENGTH ? line.stripTrailing() : line;
        if (text.length() > FixedRecord.LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw FileRefused.because("intake.fixed.length", number, FixedRecord.LENGTH);
        }
        return new FixedRecord(number, text + " ".repeat(FixedRecord.LENGTH - text.length()));
    }
}
