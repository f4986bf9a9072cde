package no.forfall.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Finding;
import no.forfall.intake.IncomingFile;

/**
 * Reads a CSV file record by record: one whose header names our columns, or any with a mapping. A record that cannot be
 * read is told with its line, and the next line is read on; only an unreadable header refuses the file.
 */
public final class CsvFile {

    private final IncomingFile file;
    private final List<CsvField> fields;

    /** @param fields those needed must have a column; other columns are passed over */
    public CsvFile(IncomingFile file, List<CsvField> fields) {
        this.file = file;
        this.fields = fields;
    }

    /**
     * @param good gets every record that can be read
     * @param bad gets a finding for every other
     * @throws ColumnsMissing when a needed field has no column and nobody has said which one it is
     * @throws FileRefused when the header is not readable
     */
    public void forEach(Consumer<CsvLine> good, Consumer<Finding> bad) {
        forFirst(Integer.MAX_VALUE, good, bad);
    }

    /** The same for so many records from the beginning. */
    public void forFirst(int most, Consumer<CsvLine> good, Consumer<Finding> bad) {
        CsvMapping mapping = file.mapping();
        try (CsvRecords records = CsvRecords.of(file, mapping == null ? null : mapping.shape())) {
            Function<CsvRecords.Row, CsvLine> reader = reader(records);
            for (int count = 0; count < most; count++) {
                try {
                    CsvRecords.Row row = records.next();
                    if (row == null) {
                        return;
                    }
                    good.accept(reader.apply(row));
                } catch (FieldRefused refused) {
                    bad.accept(refused.at(records.number()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is a CSV file that can be read: its columns are ours, or those of its mapping. */
    public boolean hasItsColumns() {
        try {
            checkColumns();
            return true;
        } catch (FileRefused other) {
            return false;
        }
    }

    /** Looks at the header alone, and refuses what {@link #forEach} would refuse because of it. */
    public void checkColumns() {
        forFirst(0, line -> {}, finding -> {});
    }

    private Function<CsvRecords.Row, CsvLine> reader(CsvRecords records) {
        CsvMapping mapping = file.mapping();
        return mapping == null ? plain(records.header()) : MappedLines.of(mapping, records.columns(), fields);
    }

    private Function<CsvRecords.Row, CsvLine> plain(List<String> header) {
        List<String> columns = header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList();
        List<String> missing = fields.stream()
                .filter(CsvField::needed)
                .map(CsvField::name)
                .filter(name -> !columns.contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new ColumnsMissing(missing);
        }
        Set<String> once = new HashSet<>();
        columns.stream()
                .filter(name -> !name.isEmpty() && !once.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw FileRefused.because("intake.csv.header.twice", twice);
                });
        return row -> new CsvLine(row.number(), values(columns, row.cells()));
    }

    private static Map<String, String> values(List<String> columns, List<String> cells) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            if (!cells.get(at).isEmpty()) {
                values.put(columns.get(at), cells.get(at));
            }
        }
        return values;
    }
}
