package no.forfall.payments.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.forfall.intake.Finding;
import no.forfall.intake.IncomingFile;

/** What the readers say of a file, without the books. */
final class Reading implements PaymentSink {

    final List<Place> places = new ArrayList<>();
    final List<BankLine> lines = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    private final Occurrences occurrences = new Occurrences();

    static Reading of(Path file) {
        try {
            Reading reading = new Reading();
            new PaymentFormats().check(IncomingFile.at(file, "test")).read(reading);
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(byte[] bytes) {
        try {
            Path file = Files.createTempFile("payments", ".file");
            try {
                return of(Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each payment as amount and reference. */
    List<String> amounts() {
        return lines.stream()
                .map(line -> line.amount() + " " + line.reference())
                .toList();
    }

    @Override
    public void payment(Place place, BankLine line, Mark mark) {
        places.add(place);
        lines.add(line);
        marks.add(mark);
        keys.add(mark.key(occurrences.next(mark)));
    }

    @Override
    public void refused(Finding finding) {
        throw new AssertionError(finding);
    }

    @Override
    public void notice(Finding finding) {
        notices.add(finding.reason().en());
    }
}
