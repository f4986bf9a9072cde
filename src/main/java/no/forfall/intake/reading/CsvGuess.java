package no.forfall.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;

/** Guesses from its first lines how a CSV file is written and what its columns mean. A person is shown the guess. */
public final class CsvGuess {

    private static final int SAMPLE = 100;
    private static final int SHORTEST_LIKENESS = 4;
    private static final List<Character> SEPARATORS = List.of(';', '\t', '|', ',');
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");
    private static final Pattern FIGURES = Pattern.compile("[\\d\\s.,:/+\u2212-]*\\d[\\d\\s.,:/+\u2212-]*");
    private static final Pattern COMMA =
            Pattern.compile("[+\u2212-]?\\d[\\d\\s.\u00a0\u202f]*,\\d{1,2}|[+-]?\\d,\\d{1,2}");
    private static final Pattern POINT =
            Pattern.compile("[+\u2212-]?\\d[\\d\\s,\u00a0\u202f]*\\.\\d{1,2}|[+-]?\\d\\.\\d{1,2}");

    /** An amount of another kind than what is to be paid. */
    private static final Pattern OTHER_AMOUNT =
            Pattern.compile("eks|exkl|excl|uten|utan|mva|moms|vat|netto|rest|saldo");

    private CsvGuess() {}

    /**
     * Days are recognised only with a year of four digits and a sign between their parts.
     *
     * @throws FileRefused when the file has no lines that could be those of a CSV file
     */
    public static CsvShape shape(IncomingFile file) {
        try {
            char separator = separator(file);
            CsvShape draft = new CsvShape(null, separator, false, ',', DateFormat.NORDIC);
            List<List<String>> rows = sample(file, draft);
            boolean header = !rows.isEmpty()
                    && rows.get(0).stream()
                            .noneMatch(cell -> FIGURES.matcher(cell).matches());
            List<String> values = rows.stream()
                    .skip(header ? 1 : 0)
                    .flatMap(List::stream)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            return new CsvShape(null, separator, header, decimal(values, separator), dates(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The encoding by which a file is read when nothing is said about it. */
    public static Encoding encoding(IncomingFile file) {
        try {
            return Lines.encoding(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> sample(IncomingFile file, CsvShape shape) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvRecords records = CsvRecords.of(file, shape)) {
            for (int count = 0; count < SAMPLE; count++) {
                try {
                    CsvRecords.Row row = records.next();
                    if (row == null) {
                        break;
                    }
                    rows.add(row.cells());
                } catch (FieldRefused unreadable) {
                    continue;
                }
            }
        }
        return rows;
    }

    private static char separator(IncomingFile file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Lines all = Lines.of(file, null)) {
            for (String line = all.next(); line != null && lines.size() < SAMPLE; line = all.next()) {
                if (!line.isBlank()) {
                    lines.add(QUOTED.matcher(line).replaceAll(""));
                }
            }
        }
        return SEPARATORS.stream()
                .max(Comparator.comparingLong((Character each) -> alike(each, lines))
                        .thenComparing(each -> -SEPARATORS.indexOf(each)))
                .orElseThrow();
    }

    /** How many lines have the sign as often as the first, which must have it. */
    private static long alike(char separator, List<String> lines) {
        long first = lines.isEmpty() ? 0 : count(separator, lines.get(0));
        return first == 0
                ? 0
                : lines.stream().filter(line -> count(separator, line) == first).count();
    }

    private static long count(char sign, String line) {
        return line.chars().filter(c -> c == sign).count();
    }

    private static char decimal(List<String> values, char separator) {
        long commas =
                values.stream().filter(value -> COMMA.matcher(value).matches()).count();
        long points = values.stream()
                .filter(value -> POINT.matcher(value).matches())
                .filter(value -> DateFormat.NORDIC_SHORT.read(value).isEmpty())
                .count();
        if (commas == points) {
            return separator == ',' ? '.' : ',';
        }
        return commas > points ? ',' : '.';
    }

    private static DateFormat dates(List<String> values) {
        return Arrays.stream(DateFormat.values())
                .filter(DateFormat::isPlain)
                .max(Comparator.comparingLong((DateFormat format) -> values.stream()
                                .filter(value -> format.read(value).isPresent())
                                .count())
                        .thenComparing(format -> -format.ordinal()))
                .orElseThrow();
    }

    /**
     * For each field the column that is called as it or much like it; no column twice.
     *
     * @return our field to the file's column; fields without a likely column are absent
     */
    public static Map<String, String> columns(List<String> columns, List<CsvField> fields) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        match(columns, fields, found, taken, String::equals);
        match(
                columns,
                fields,
                found,
                taken,
                (column, name) -> name.length() >= SHORTEST_LIKENESS
                        && column.startsWith(name)
                        && !OTHER_AMOUNT.matcher(column).find());
        return found;
    }

    private static void match(
            List<String> columns,
            List<CsvField> fields,
            Map<String, String> found,
            Set<String> taken,
            BiPredicate<String, String> alike) {
        for (CsvField field : fields) {
            if (found.containsKey(field.name())) {
                continue;
            }
            names(field).stream()
                    .flatMap(name -> columns.stream()
                            .filter(column -> !taken.contains(column) && alike.test(letters(column), name)))
                    .findFirst()
                    .ifPresent(column -> {
                        taken.add(column);
                        found.put(field.name(), column);
                    });
        }
    }

    private static List<String> names(CsvField field) {
        List<String> names = new ArrayList<>(List.of(letters(field.name())));
        names.addAll(field.alsoCalled());
        return names;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
