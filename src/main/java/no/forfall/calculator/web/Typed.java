package no.forfall.calculator.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a person has typed into a form of the calculator; an empty text where nothing was. Templates read it. */
public record Typed(MultiValueMap<String, String> query) {

    public String text(String field) {
        return Objects.requireNonNullElse(query.getFirst(field), "").strip();
    }

    public boolean has(String field) {
        return query.containsKey(field);
    }

    String amount(String field) {
        return plain(text(field));
    }

    /** Norway when none or an unknown one was chosen. */
    Country country() {
        return text("country").equals(Country.SE.name()) ? Country.SE : Country.NO;
    }

    /**
     * The filled rows of a table whose fields are named {@code <table>.<column>} and come once for each row.
     *
     * @param columns a row counts as filled when one of these has something
     */
    List<Map<String, String>> rows(String table, String... columns) {
        int count = query.getOrDefault(table + "." + columns[0], List.of()).size();
        return IntStream.range(0, count)
                .mapToObj(row -> row(table + ".", row))
                .filter(cells -> Stream.of(columns)
                        .anyMatch(column -> !cells.getOrDefault(column, "").isEmpty()))
                .toList();
    }

    private Map<String, String> row(String prefix, int row) {
        return query.entrySet().stream()
                .filter(field -> field.getKey().startsWith(prefix)
                        && row < field.getValue().size())
                .collect(Collectors.toMap(
                        field -> field.getKey().substring(prefix.length()),
                        field -> Objects.requireNonNullElse(field.getValue().get(row), "")
                                .strip()));
    }

    /** The same with empty rows after them until there are so many. */
    List<Map<String, String>> rows(int least, String table, String... columns) {
        List<Map<String, String>> rows = new ArrayList<>(rows(table, columns));
        while (rows.size() < least) {
            rows.add(Map.of());
        }
        return rows;
    }

    /** An amount as people write it, {@code 10 000,00} or {@code 10,000.00}, as programs do; other text stays as it is. */
    static String plain(@Nullable String typed) {
        String text = typed == null ? "" : typed.replaceAll("[\\s\u00a0\u202f]", "");
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        return comma > point ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
    }
}
