package no.forfall.intake.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.forfall.intake.reading.CsvField;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.DateFormat;
import no.forfall.intake.reading.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen on the page of a mapping. What is not chosen, or was sent with a word that the page does not
 * offer, is as the file was recognised.
 */
final class MappingForm {

    static final Map<String, Character> SEPARATORS = Map.of("semicolon", ';', "comma", ',', "tab", '\t', "bar", '|');
    static final List<String> SEPARATOR_WORDS = List.of("semicolon", "comma", "tab", "bar");

    static final int LONGEST_CONSTANT = 200;

    private final Map<String, String> sent;

    MappingForm(Map<String, String> sent) {
        this.sent = sent;
    }

    private String value(String name) {
        return Objects.requireNonNullElse(sent.get(name), "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }

    String name() {
        return value("name");
    }

    CsvShape shape(CsvShape recognised) {
        return new CsvShape(
                word(Encoding.class, value("encoding")).orElse(null),
                SEPARATORS.getOrDefault(value("separator"), recognised.separator()),
                sent.containsKey("header") ? value("header").equals("yes") : recognised.header(),
                value("decimal").equals("comma") ? ',' : value("decimal").equals("point") ? '.' : recognised.decimal(),
                word(DateFormat.class, value("dates")).orElse(recognised.dates()));
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> words, String text) {
        return List.of(words.getEnumConstants()).stream()
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    /** The column chosen for a field; null when none is, or the file has no such column. */
    @Nullable
    String column(CsvField field, List<String> columns) {
        String column = Objects.requireNonNullElse(sent.get("column." + field.name()), "");
        return columns.contains(column) ? column : null;
    }

    /** Whether the person was asked about these columns; other settings may show others. */
    private boolean saw(List<String> columns) {
        return value("seen").equals(seen(columns));
    }

    /** Tells one list of columns from another. */
    static String seen(List<String> columns) {
        return Integer.toHexString(columns.hashCode());
    }

    boolean isEmpty() {
        return sent.isEmpty();
    }

    String constant(CsvField field) {
        String constant = field.sameForAll() ? value("constant." + field.name()) : "";
        return constant.substring(0, Math.min(LONGEST_CONSTANT, constant.length()));
    }

    static String separator(CsvShape shape) {
        return SEPARATOR_WORDS.stream()
                .filter(word -> SEPARATORS.get(word) == shape.separator())
                .findFirst()
                .orElseThrow();
    }

    /** @param guess the columns that are likely, unless the person has seen them and chosen */
    CsvMapping mapping(CsvShape shape, List<String> columns, List<CsvField> fields, Map<String, String> guess) {
        Map<String, String> chosen = new HashMap<>();
        Map<String, String> constants = new HashMap<>();
        for (CsvField field : fields) {
            String column = saw(columns) ? column(field, columns) : guess.get(field.name());
            if (column != null) {
                chosen.put(field.name(), column);
            }
            if (!constant(field).isEmpty()) {
                constants.put(field.name(), constant(field));
            }
        }
        return new CsvMapping(name(), shape, columns, chosen, constants);
    }
}
