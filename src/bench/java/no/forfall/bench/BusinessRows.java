package no.forfall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the product writes about a case, as SQL without the product, in the product's own tables. */
final class BusinessRows {

    private static final String MARK = "-- step: ";

    private final Map<String, List<String>> steps = new LinkedHashMap<>();

    BusinessRows() {
        for (String step : Resource.text("business-rows.sql").split(MARK)) {
            String[] parts = step.split("\n", 2);
            steps.put(parts[0].strip(), statements(parts.length > 1 ? parts[1] : ""));
        }
    }

    private static List<String> statements(String text) {
        return Arrays.stream(text.split(";\n"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty() && !sql.startsWith("--"))
                .toList();
    }

    /** Makes the product's tables, and its creditor. */
    void prepare(DataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .schemas("app")
                .defaultSchema("app")
                .load()
                .migrate();
        run(new JdbcTemplate(pool), "creditor", 0);
    }

    /** Writes the rows of a step of one case, in the caller's transaction. */
    void run(JdbcTemplate jdbc, String step, long invoice) {
        for (String sql : of(step)) {
            int marks = sql.split(":n::", -1).length - 1;
            jdbc.update(
                    sql.replace(":n::", "?::"),
                    java.util.Collections.nCopies(marks, invoice).toArray());
        }
    }

    /** The statements of a step; {@code :n} is the number of the invoice. */
    List<String> of(String step) {
        List<String> statements = steps.get(step);
        if (statements == null) {
            throw new IllegalArgumentException("There is no step " + step);
        }
        return statements;
    }

    /** Text files beside this class. */
    static final class Resource {

        private Resource() {}

        static String text(String name) {
            try (var stream = BusinessRows.class.getResourceAsStream(name)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
