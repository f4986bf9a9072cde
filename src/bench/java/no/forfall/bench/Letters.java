package no.forfall.bench;

import java.time.LocalDate;
import java.util.List;

/** Letters that are due on the same morning: what it costs to render and send them, apart from everything around them. */
final class Letters implements Scenario {

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate MEASURED = LocalDate.of(2026, 1, 12);
    private static final String BLANK = "blank";

    @Override
    public List<String> sides() {
        return List.of("mail", "paper", BLANK);
    }

    @Override
    public Measure run(String name, Database database, Gauge gauge, int n) throws Exception {
        System.setProperty("rendering", String.valueOf(!name.equals(BLANK)));
        try (ForfallSide side = new ForfallSide(!name.equals("paper"))) {
            side.open(database);
            Cohort warmUp = new Cohort(1_100_001, Math.max(50, n / 4), FIRST);
            prepare(side, warmUp, gauge);
            side.deliver(warmUp.all(), 1);
            // paid, so that none of its later letters is sent among the measured ones
            side.pay(warmUp, warmUp.all());
            Cohort measured = new Cohort(2_000_001, n, MEASURED);
            prepare(side, measured, gauge);
            gauge.begin();
            gauge.phase("deliver", () -> side.deliver(measured.all(), 1));
            return gauge.end(name, n);
        }
    }

    private static void prepare(ForfallSide side, Cohort cohort, Gauge gauge) throws Exception {
        side.goTo(cohort.morning());
        side.register(cohort);
        side.timers(gauge);
    }

    @Override
    public String report(Results results) {
        StringBuilder text =
                new StringBuilder("## Letters\n\n").append(results.about()).append("\n\n");
        text.append(
                "| per letter | CPU ms (JVM + PG) | SQL | commits | WAL B | letters/s |\n|---|---|---|---|---|---|\n");
        for (String side : results.sides()) {
            text.append("| %s | %s |%n".formatted(named(side), results.cells(side)));
        }
        for (String side : List.of("mail", "paper")) {
            text.append("%nRendering and handing over a letter %s costs %.1f ms of processor time.%n"
                    .formatted(
                            side.equals("mail") ? "by mail" : "on paper",
                            1000
                                    * (results.median(side, measure -> measure.each()
                                                    .cpu())
                                            - results.median(BLANK, measure -> measure.each()
                                                    .cpu()))));
        }
        return text.toString();
    }

    private static String named(String side) {
        return switch (side) {
            case "mail" -> "by mail: text, HTML, PDF and MIME, to a server that takes everything";
            case "paper" -> "on paper: a PDF into the folder of the printer";
            default -> "a blank sheet: what the outbox costs by itself";
        };
    }
}
