package no.forfall.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.intake.CsvMappings;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.DateFormat;
import no.forfall.intake.reading.Encoding;
import no.forfall.intake.reading.FieldRefused;
import org.jspecify.annotations.Nullable;

/** A mapping as programs read and write it. What only tells of one that is saved is passed over when it is written. */
record MappingText(
        @Nullable String kind,
        @Nullable String name,

        @Schema(description = "UTF_8, ISO_8859_1 or WINDOWS_1252; null: recognised") @Nullable
        String encoding,

        @Schema(description = "semicolon, comma, tab or bar") @Nullable
        String separator,

        @Schema(description = "Whether the first line names the columns; else they are called #1, #2 and so on")
        @Nullable
        Boolean header,

        @Schema(description = "comma or point") @Nullable String decimal,

        @Schema(description = "Such as dd.MM.yyyy") @Nullable
        String dates,

        @Schema(description = "All columns of the file, to know such a file again") @Nullable
        List<@Nullable String> fileColumns,

        @Schema(description = "Our field to the file's column") @Nullable
        Map<String, @Nullable String> columns,

        @Schema(description = "Our field to what holds where the file says nothing") @Nullable
        Map<String, @Nullable String> constants,

        @Nullable String savedBy,
        @Nullable Instant at) {

    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_COLUMN = 4_000;
    private static final Map<String, Character> DECIMALS = Map.of("comma", ',', "point", '.');

    static MappingText of(CsvMappings.Saved saved) {
        CsvMapping mapping = saved.mapping();
        CsvShape shape = mapping.shape();
        return new MappingText(
                saved.kind(),
                mapping.name(),
                shape.encoding() == null ? null : shape.encoding().name(),
                MappingForm.separator(shape),
                shape.header(),
                shape.decimal() == ',' ? "comma" : "point",
                shape.dates().label(),
                mapping.header(),
                new TreeMap<>(mapping.columns()),
                new TreeMap<>(mapping.constants()),
                saved.by(),
                saved.at());
    }

    /**
     * @param fields of files of that kind
     * @throws FieldRefused names what cannot be, and what can
     */
    CsvMapping mapping(String name, List<CsvField> fields) {
        if (!CsvMappings.isName(name)) {
            throw new FieldRefused("name", "intake.mapping.name");
        }
        List<String> header = named();
        Map<String, String> columns = said(columns());
        Map<String, String> constants = said(constants());
        columns.forEach((field, column) -> {
            one("columns." + field, field, fields.stream().map(CsvField::name));
            one("columns." + field, column, header.stream());
        });
        constants.forEach((field, constant) -> {
            one(
                    "constants." + field,
                    field,
                    fields.stream().filter(CsvField::sameForAll).map(CsvField::name));
            written("constants." + field, constant, MappingForm.LONGEST_CONSTANT, false);
        });
        fields.stream()
                .filter(field ->
                        field.needed() && !columns.containsKey(field.name()) && !constants.containsKey(field.name()))
                .findFirst()
                .ifPresent(field -> {
                    throw new FieldRefused("columns." + field.name(), "intake.mapping.needed", field.name());
                });
        return new CsvMapping(name, shape(), header, columns, constants);
    }

    private CsvShape shape() {
        Encoding written = encoding() == null
                ? null
                : Encoding.valueOf(
                        one("encoding", encoding(), Stream.of(Encoding.values()).map(Enum::name)));
        String day = one("dates", dates(), Stream.of(DateFormat.values()).map(DateFormat::label));
        return new CsvShape(
                written,
                MappingForm.SEPARATORS.get(one("separator", separator(), MappingForm.SEPARATOR_WORDS.stream())),
                !Boolean.FALSE.equals(header),
                DECIMALS.get(
                        one("decimal", decimal(), DECIMALS.keySet().stream().sorted())),
                Stream.of(DateFormat.values())
                        .filter(each -> each.label().equals(day))
                        .findFirst()
                        .orElseThrow());
    }

    private List<String> named() {
        List<String> given = (fileColumns() == null ? List.<@Nullable String>of() : fileColumns())
                .stream().map(column -> Objects.requireNonNullElse(column, "")).toList();
        Set<String> once = new HashSet<>();
        if (given.isEmpty() || given.size() > MOST_COLUMNS || !given.stream().allMatch(once::add)) {
            throw new FieldRefused("fileColumns", "intake.mapping.header", MOST_COLUMNS);
        }
        for (int at = 0; at < given.size(); at++) {
            String column = given.get(at);
            written("fileColumns", column, LONGEST_COLUMN, true);
            if (Boolean.FALSE.equals(header) && !column.equals("#" + (at + 1))) {
                throw new FieldRefused("fileColumns", "intake.mapping.numbered", "#" + (at + 1), column);
            }
        }
        return given;
    }

    private static Map<String, String> said(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> said = new TreeMap<>();
        if (given != null) {
            given.forEach((field, value) -> said.put(field, Objects.requireNonNullElse(value, "")));
        }
        return said;
    }

    private static String one(String where, @Nullable String said, Stream<String> choices) {
        List<String> possible = choices.toList();
        if (said == null || !possible.contains(said)) {
            throw new FieldRefused(
                    where,
                    "intake.mapping.choice",
                    where,
                    said == null ? "–" : said,
                    possible.stream().limit(40).collect(Collectors.joining(", ")));
        }
        return said;
    }

    /** @param control whether signs that cannot be seen may be in it, as in the header of a file of another encoding */
    private static void written(String where, String text, int longest, boolean control) {
        if (text.isBlank()
                || text.length() > longest
                || !text.equals(text.strip())
                || text.chars().anyMatch(sign -> sign == 0 || !control && Character.isISOControl(sign))) {
            throw new FieldRefused(where, "intake.mapping.text", where, longest);
        }
    }
}
