package no.forfall.intake.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Finding;
import no.forfall.intake.IncomingFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file with a header, record by record. A record that cannot be read is told with its line, and the next line
 * is read on; only an unreadable header refuses the file.
 */
public final class CsvFile {

    private static final int MOST_LINES_OF_A_RECORD = 20;

    private final IncomingFile file;
    private final Set<String> required;

    /** @param required columns that the header must have; others may be missing, and unknown ones are passed over */
    public CsvFile(IncomingFile file, Set<String> required) {
        this.file = file;
        this.required = required;
    }

    /**
     * @param good gets every record that has as many columns as the header
     * @param bad gets a finding for every other
     * @throws FileRefused when the header is not readable
     */
    public void forEach(Consumer<CsvLine> good, Consumer<Finding> bad) {
        try (Lines lines = Lines.of(file)) {
            String head = lines.next();
            if (head == null || head.length() > Lines.LONGEST) {
                throw FileRefused.because("intake.csv.header.long", Lines.LONGEST);
            }
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(head))
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            List<String> columns = columns(head, format);
            for (String first = lines.next(); first != null; first = lines.next()) {
                if (!first.isBlank()) {
                    int number = lines.number();
                    try {
                        good.accept(record(first, number, lines, format, columns));
                    } catch (FieldRefused refused) {
                        bad.accept(refused.at(number));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char delimiter(String head) {
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        each -> head.chars().filter(c -> c == each).count()))
                .orElseThrow();
    }

    private List<String> columns(String head, CSVFormat format) throws IOException {
        List<String> columns = new ArrayList<>();
        try (var parser = format.parse(new StringReader(head))) {
            parser.forEach(record -> record.forEach(
                    name -> columns.add(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))));
        } catch (UncheckedIOException broken) {
            throw FileRefused.because("intake.csv.header", String.join(", ", required));
        }
        List<String> missing = required.stream()
                .filter(name -> !columns.contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw FileRefused.because("intake.csv.header", String.join(", ", missing));
        }
        Set<String> once = new HashSet<>();
        columns.stream()
                .filter(name -> !name.isEmpty() && !once.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw FileRefused.because("intake.csv.header.twice", twice);
                });
        return columns;
    }

    /** A record goes on over line breaks inside quotes; where that makes no sense, only its first line is given up. */
    private static CsvLine record(String first, int number, Lines lines, CSVFormat format, List<String> columns)
            throws IOException {
        StringBuilder text = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        while (quotes(text) % 2 == 1 && more.size() < MOST_LINES_OF_A_RECORD && text.length() <= Lines.LONGEST) {
            String line = lines.next();
            if (line == null) {
                break;
            }
            more.add(line);
            text.append('\n').append(line);
        }
        try {
            return parse(text.toString(), number, format, columns);
        } catch (FieldRefused refused) {
            lines.giveBack(more);
            throw refused;
        }
    }

    private static long quotes(CharSequence text) {
        return text.chars().filter(c -> c == '"').count();
    }

    private static CsvLine parse(String text, int number, CSVFormat format, List<String> columns) {
        if (text.length() > Lines.LONGEST || text.indexOf('\0') >= 0) {
            throw new FieldRefused(null, "intake.csv.line.long", Lines.LONGEST);
        }
        List<CSVRecord> records;
        try (var parser = format.parse(new StringReader(text))) {
            records = parser.getRecords();
        } catch (IOException | UncheckedIOException broken) {
            throw new FieldRefused(null, "intake.csv.quotes");
        }
        if (records.size() != 1) {
            throw new FieldRefused(null, "intake.csv.quotes");
        }
        return new CsvLine(number, values(records.get(0), columns));
    }

    private static Map<String, String> values(CSVRecord record, List<String> columns) {
        boolean more = record.stream().skip(columns.size()).anyMatch(value -> !value.isBlank());
        if (record.size() < columns.size() || more) {
            throw new FieldRefused(null, "intake.csv.columns", record.size(), columns.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!record.get(i).isBlank()) {
                values.put(columns.get(i), record.get(i).strip());
            }
        }
        return values;
    }
}
