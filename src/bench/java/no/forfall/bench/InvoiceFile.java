package no.forfall.bench;

import java.time.LocalDate;
import java.util.List;

/** One file of N invoices, each of which opens a case. */
final class InvoiceFile implements Scenario {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate MEASURED = LocalDate.of(2026, 1, 12);

    @Override
    public List<String> sides() {
        return List.of("forfall");
    }

    @Override
    public Measure run(String name, Database database, Gauge gauge, int n) throws Exception {
        try (ForfallSide side = new ForfallSide()) {
            side.open(database);
            Cohort warmUp = new Cohort(1_100_001, Math.max(50, n / 4), FIRST);
            side.goTo(warmUp.morning());
            side.register(warmUp);
            Cohort measured = new Cohort(2_000_001, n, MEASURED);
            side.goTo(measured.morning());
            gauge.begin();
            gauge.phase("import", () -> side.register(measured));
            return gauge.end(name, n);
        }
    }

    @Override
    public String report(Results results) {
        return "## One file of invoices\n\n" + results.about()
                + "\n\n| per invoice | CPU ms (JVM + PG) | SQL | commits | WAL B | invoices/s |\n|---|---|---|---|---|---|\n"
                + "| Forfall | " + results.cells("forfall") + " |\n\n" + results.statements("forfall", 15);
    }
}
