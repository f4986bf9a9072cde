package no.forfall.intake.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file one by one, as they stand there, with never more than one of them in memory. */
public final class CsvRecords implements AutoCloseable {

    public static final int MOST_COLUMNS = 500;

    private static final int MOST_LINES_OF_A_RECORD = 20;

    private final Lines lines;
    private final CSVFormat format;
    private final List<String> header;
    private final boolean named;
    private int number;
    private String line = "";

    private CsvRecords(Lines lines, @Nullable CsvShape shape) throws IOException {
        this.lines = lines;
        this.named = shape == null || shape.header();
        String head = lines.next();
        if (head == null || head.length() > Lines.LONGEST) {
            throw FileRefused.because("intake.csv.header.long", Lines.LONGEST);
        }
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(shape == null ? separator(head) : shape.separator())
                .setIgnoreSurroundingSpaces(true)
                .get();
        this.header = header(head);
        if (!named) {
            lines.giveBack(List.of(head));
        }
    }

    /**
     * @param number of its first line, from one
     * @param cells as many as there are columns, stripped, empty where nothing stands
     */
    public record Row(int number, List<String> cells) {}

    /**
     * @param shape how the file is written; null for a file with a header that shows it
     * @throws FileRefused when the first line cannot be read or has more than {@link #MOST_COLUMNS} columns, or the file is
     *     not in the encoding of the shape
     */
    public static CsvRecords of(IncomingFile file, @Nullable CsvShape shape) throws IOException {
        Lines lines = Lines.of(file, shape == null ? null : shape.encoding());
        try {
            return new CsvRecords(lines, shape);
        } catch (FileRefused refused) {
            lines.close();
            throw refused;
        }
    }

    private static char separator(String head) {
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        each -> head.chars().filter(c -> c == each).count()))
                .orElseThrow();
    }

    private List<String> header(String head) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var parser = format.parse(new StringReader(head))) {
            parser.forEach(record -> record.forEach(cell -> cells.add(cell.strip())));
        } catch (UncheckedIOException broken) {
            throw FileRefused.because("intake.csv.header.quotes");
        }
        if (cells.size() > MOST_COLUMNS) {
            throw FileRefused.because("intake.csv.header.columns", cells.size(), MOST_COLUMNS);
        }
        return cells;
    }

    /** What stands in the first line, as it stands there. */
    List<String> header() {
        return header;
    }

    /** A name for each column, no two alike: of the header, {@code #3} where it has none. */
    public List<String> columns() {
        Set<String> taken = new HashSet<>();
        return IntStream.range(0, header.size())
                .mapToObj(at -> !named || header.get(at).isEmpty() ? "#" + (at + 1) : header.get(at))
                .map(name -> {
                    String unlike = name;
                    for (int count = 2; !taken.add(unlike); count++) {
                        unlike = name + " (" + count + ")";
                    }
                    return unlike;
                })
                .toList();
    }

    /**
     * The next record in which something stands, or null after the last.
     *
     * @throws FieldRefused when it cannot be read; the next call goes on behind it
     */
    public @Nullable Row next() throws IOException {
        for (String first = lines.next(); first != null; first = lines.next()) {
            if (!first.isBlank()) {
                number = lines.number();
                line = first;
                Row row = record(first);
                if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
                    return row;
                }
            }
        }
        return null;
    }

    /** The line on which the record of the last call begins. */
    public int number() {
        return number;
    }

    /** That line as it stands there. */
    public String line() {
        return line;
    }

    /** A record goes on over line breaks inside quotes; where that makes no sense, only its first line is given up. */
    private Row record(String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        while (quotes(text) % 2 == 1 && more.size() < MOST_LINES_OF_A_RECORD && text.length() <= Lines.LONGEST) {
            String next = lines.next();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next);
        }
        try {
            return new Row(number, cells(text.toString()));
        } catch (FieldRefused refused) {
            lines.giveBack(more);
            throw refused;
        }
    }

    private static long quotes(CharSequence text) {
        return text.chars().filter(c -> c == '"').count();
    }

    private List<String> cells(String text) {
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
        CSVRecord record = records.get(0);
        boolean more = record.stream().skip(header.size()).anyMatch(value -> !value.isBlank());
        if (record.size() < header.size() || more) {
            throw new FieldRefused(null, "intake.csv.columns", record.size(), header.size());
        }
        return record.stream().limit(header.size()).map(String::strip).toList();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
