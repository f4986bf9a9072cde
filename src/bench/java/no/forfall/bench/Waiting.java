package no.forfall.bench;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;

/**
 * What a lifecycle costs the product, and how long it looks for due jobs, while more and more other cases wait for a day
 * far off. The waiting ones are copies of one case that was registered in the ordinary way.
 */
final class Waiting implements Scenario {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate MEASURED = LocalDate.of(2026, 1, 12);
    private static final LocalDate FAR_OFF = LocalDate.of(2029, 1, 8);
    private static final int TEMPLATE = 1_000_000;
    private static final String ACQUISITION = "acquisition ms";

    @Override
    public List<String> sides() {
        return List.of("1", "10000", "100000", "500000");
    }

    @Override
    public Measure run(String waiting, Database database, Gauge gauge, int n) throws Exception {
        try (ForfallSide side = new ForfallSide()) {
            side.open(database);
            side.live(new Cohort(1_100_001, Math.max(50, n / 4), FIRST), gauge);
            side.register(new Cohort(TEMPLATE, 1, FAR_OFF));
            try (Connection connection = database.watch()) {
                new Copies(connection, "FV-" + TEMPLATE, 'W').make(Integer.parseInt(waiting) - 1);
            }
            gauge.begin();
            side.live(new Cohort(2_000_001, n, MEASURED), gauge);
            gauge.note(ACQUISITION, gauge.meanMillis("%from act\\_ru\\_job %duedate\\_ <=%limit%"));
            return gauge.end(waiting, n);
        }
    }

    @Override
    public String report(Results results) {
        StringBuilder text = new StringBuilder("## While others wait\n\n")
                .append(results.about())
                .append("\n\n");
        text.append("| waiting cases | CPU ms (JVM + PG) | SQL | commits | WAL B | acquisition of due jobs, ms |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (String side : results.sides()) {
            text.append("| %,d | %.1f (%.1f + %.1f) | %.1f | %.2f | %,.0f | %.2f |%n"
                    .formatted(
                            Integer.parseInt(side),
                            results.median(side, measure -> measure.each().cpu() * 1000),
                            results.median(side, measure -> measure.each().jvm() * 1000),
                            results.median(side, measure -> measure.each().postgres() * 1000),
                            results.median(side, measure -> measure.each().sql()),
                            results.median(side, measure -> measure.commits() / measure.items()),
                            results.median(side, measure -> measure.each().wal()),
                            results.median(side, measure -> measure.notes().get(ACQUISITION))));
        }
        text.append("\n| goal | must | aim | measured | |\n|---|---|---|---|---|\n");
        text.append(Goal.atMost("cost of a lifecycle at 500 000 waiting, against 1", 1.5, 1.2, "×")
                .row(results.ratio("500000", "1", measure -> measure.each().cpu())));
        text.append(Goal.atMost("acquisition of due jobs at 500 000 waiting", 2, 0.5, " ms")
                .row(results.median("500000", measure -> measure.notes().get(ACQUISITION))));
        return text.toString();
    }
}
