package no.forfall.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Whole lives of invoices, from the file they come in to the agency's answer. */
final class Lifecycle implements Scenario {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate WARM_UP = LocalDate.of(2026, 1, 12);
    private static final LocalDate MEASURED = LocalDate.of(2026, 4, 13);

    private static final String PRODUCT = "forfall";

    private static final Map<String, String> NAMES = Map.of(
            PRODUCT,
            "**Forfall**",
            "camunda",
            "Camunda 7.24, Boot defaults",
            "flowable",
            "Flowable 7.2, defaults",
            "flowable-tuned",
            "Flowable 7.2, tuned",
            "sql",
            "pgbench, the business rows alone");

    @Override
    public List<String> sides() {
        return List.of(PRODUCT, "camunda", "flowable", "flowable-tuned", "sql");
    }

    static Side side(String name) {
        return switch (name) {
            case PRODUCT -> new ForfallSide();
            case "camunda" -> new CamundaSide();
            case "flowable" -> new FlowableSide(false);
            case "flowable-tuned" -> new FlowableSide(true);
            case "sql" -> new PgbenchSide();
            default -> throw new IllegalArgumentException("There is no side " + name);
        };
    }

    @Override
    public Measure run(String name, Database database, Gauge gauge, int n) throws Exception {
        int warmUp = Math.max(100, Math.min(1000, n / 5));
        try (Side side = side(name)) {
            side.open(database);
            side.live(new Cohort(1_000_001, warmUp / 4, FIRST), gauge);
            gauge.analyze();
            side.live(new Cohort(1_100_001, warmUp, WARM_UP), gauge);
            gauge.begin();
            side.live(new Cohort(2_000_001, n, MEASURED), gauge);
            return gauge.end(name, n);
        }
    }

    @Override
    public String report(Results results) {
        StringBuilder text = new StringBuilder();
        text.append("## A whole lifecycle\n\n").append(results.about()).append("\n\n");
        text.append("| per lifecycle | CPU ms (JVM + PG) | SQL | commits | WAL B | rows | DB growth B | jobs/s |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (String side : results.sides()) {
            text.append(results.row(side, NAMES.get(side)));
        }
        text.append("\n").append(unlike(results));
        text.append("\n| goal | must | aim | measured | |\n|---|---|---|---|---|\n");
        text.append(Goal.atLeast("CPU less than Camunda's defaults", 3, 5)
                .row(results.ratio("camunda", PRODUCT, measure -> measure.each().cpu())));
        text.append(Goal.atLeast("WAL less than Camunda's defaults", 6, 10)
                .row(results.ratio("camunda", PRODUCT, measure -> measure.each().wal())));
        text.append(Goal.atMost("SQL statements", 70, 45, "")
                .row(results.median(PRODUCT, measure -> measure.each().sql())));
        text.append(Goal.atMost("commits", 2.5, 1.8, "")
                .row(results.median(PRODUCT, measure -> measure.commits() / measure.items())));
        text.append(Goal.atLeast("CPU less than tuned Flowable", 2, 3)
                .row(results.ratio(
                        "flowable-tuned", PRODUCT, measure -> measure.each().cpu())));
        text.append(Goal.atLeast("WAL less than tuned Flowable", 2, 3)
                .row(results.ratio(
                        "flowable-tuned", PRODUCT, measure -> measure.each().wal())));
        if (results.has(PRODUCT)) {
            text.append("\n### Where the product's share goes\n\n").append(results.phases(PRODUCT));
            text.append("\n").append(results.statements(PRODUCT, 25));
        }
        return text.toString();
    }

    /** Says into which of the product's tables the others do not insert as many rows as it does. */
    private static String unlike(Results results) {
        StringJoiner tables = new StringJoiner(", ");
        if (results.has(PRODUCT)) {
            Measure product = results.of(PRODUCT).get(0);
            product.written().keySet().stream()
                    .filter(table -> table.startsWith("app."))
                    .sorted()
                    .forEach(table -> results.measures().stream()
                            .filter(other -> Math.abs(inserted(product, table) - inserted(other, table)) > 0.02)
                            .findFirst()
                            .ifPresent(other -> tables.add("`%s` (%.1f against %.1f)"
                                    .formatted(table, inserted(product, table), inserted(other, table)))));
        }
        return tables.length() == 0
                ? ""
                : "All sides insert as many rows into each of the product's tables, but for " + tables + ".\n";
    }

    private static double inserted(Measure measure, String table) {
        Measure.Rows rows = measure.written().get(table);
        return rows == null ? 0 : (double) rows.inserted() / measure.items();
    }
}
