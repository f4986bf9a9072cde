package no.forfall.intake.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.forfall.intake.FileRefused;

/** Turns the records of a mapped file into lines as our own files have them: ISO days, amounts with a decimal point. */
final class MappedLines implements Function<CsvRecords.Row, CsvLine> {

    private final CsvMapping mapping;
    private final List<CsvField> fields;
    private final Map<String, Integer> places = new HashMap<>();

    private MappedLines(CsvMapping mapping, List<String> columns, List<CsvField> fields) {
        this.mapping = mapping;
        this.fields = fields;
        mapping.columns().forEach((field, column) -> places.put(field, columns.indexOf(column)));
    }

    /** @throws FileRefused when the file lacks a column that the mapping uses */
    static MappedLines of(CsvMapping mapping, List<String> columns, List<CsvField> fields) {
        List<String> missing = mapping.columns().values().stream()
                .filter(column -> !columns.contains(column))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw FileRefused.because("intake.mapping.columns", mapping.name(), String.join(", ", missing));
        }
        return new MappedLines(mapping, columns, fields);
    }

    @Override
    public CsvLine apply(CsvRecords.Row row) {
        Map<String, String> values = new HashMap<>();
        for (CsvField field : fields) {
            Integer place = places.get(field.name());
            String cell = place == null ? "" : row.cells().get(place);
            if (!cell.isEmpty()) {
                values.put(field.name(), plain(field, cell));
            } else if (mapping.constants().containsKey(field.name())) {
                values.put(field.name(), mapping.constants().get(field.name()));
            }
        }
        return new CsvLine(row.number(), values, mapping.columns());
    }

    private String plain(CsvField field, String cell) {
        return switch (field.kind()) {
            case TEXT -> cell;
            case DATE ->
                mapping.shape()
                        .dates()
                        .read(cell)
                        .map(LocalDate::toString)
                        .orElseThrow(() -> new FieldRefused(
                                field.name(),
                                "intake.mapping.date",
                                cell,
                                mapping.shape().dates().label()));
            case AMOUNT -> Amounts.plain(field.name(), cell, mapping.shape().decimal());
        };
    }
}
