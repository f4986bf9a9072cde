package no.forfall.bench;

import java.time.LocalDate;
import java.util.List;

/** One large file of invoices, or of payments. */
final class OneFile implements Scenario {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate MEASURED = LocalDate.of(2026, 1, 12);

    private final String kind;

    OneFile(String kind) {
        this.kind = kind;
    }

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
            side.pay(warmUp, warmUp.all());
            Cohort measured = new Cohort(2_000_001, n, MEASURED);
            side.goTo(measured.morning());
            if (kind.equals("import")) {
                gauge.begin();
                gauge.phase(kind, () -> side.register(measured));
            } else {
                side.register(measured);
                gauge.begin();
                gauge.phase(kind, () -> side.pay(measured, measured.all()));
            }
            return gauge.end(name, n);
        }
    }

    @Override
    public String report(Results results) {
        String what = kind.equals("import") ? "invoice" : "payment";
        return "## One file of " + what + "s\n\n" + results.about() + "\n\n| per " + what
                + " | CPU ms (JVM + PG) | SQL | commits | WAL B | lines/s |\n|---|---|---|---|---|---|\n| Forfall | "
                + results.cells("forfall") + " |\n\n" + results.statements("forfall", 15);
    }
}
