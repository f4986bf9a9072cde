package no.forfall.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One file of N payments, each of which settles an open invoice and ends its case, among as many open invoices and among ten
 * times as many. The open ones are copies of one case that was registered in the ordinary way.
 */
final class PaymentFile implements Scenario {

    private static final String AS_MANY = "1";
    private static final String TEN_TIMES = "10";
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 15);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 12);
    private static final int TEMPLATE = 1_000_000;
    private static final char MARK = 'P';
    private static final String HEAP = "heap MB";

    @Override
    public List<String> sides() {
        return List.of(AS_MANY, TEN_TIMES);
    }

    @Override
    public Measure run(String times, Database database, Gauge gauge, int n) throws Exception {
        try (ForfallSide side = new ForfallSide()) {
            side.open(database);
            Cohort warmUp = new Cohort(1_100_001, Math.min(2_000, Math.max(50, n / 4)), FIRST);
            side.goTo(warmUp.morning());
            side.register(warmUp);
            side.pay(warmUp, warmUp.all());
            side.goTo(Cohort.at(DUE.minusDays(3), 9));
            side.register(new Cohort(TEMPLATE, 1, DUE));
            try (Connection connection = database.watch()) {
                new Copies(connection, "FV-" + TEMPLATE, MARK).make(n * Integer.parseInt(times));
            }
            String file = file(n);
            HeapMeter heap = new HeapMeter();
            gauge.begin();
            gauge.phase("payments", () -> side.receive("payments", file, n));
            gauge.note(HEAP, heap.megabytes());
            check(gauge, n);
            return gauge.end(times, n);
        }
    }

    private static String file(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(each ->
                        "C%d;%s;%s;NOK;%s%d;Fjell AS".formatted(each, DUE, new BigDecimal("1000.00"), MARK, each))
                .collect(Collectors.joining("\n", "id;booked;amount;currency;reference;payer\n", "\n"));
    }

    private static void check(Gauge gauge, int n) throws Exception {
        double closed = gauge.look(
                "select count(*) from app.collection_case where closing_reason = 'PAID' and number >= ?",
                "F-" + MARK * 10_000_000L);
        double running =
                gauge.look("select count(*) from act_ru_execution where parent_id_ is null and business_key_ in"
                        + " (select number from app.collection_case where closing_reason is not null)");
        if (closed < n || running > 0) {
            throw new IllegalStateException(closed + " of " + n + " cases are closed, " + running + " of them go on");
        }
    }

    @Override
    public String report(Results results) {
        StringBuilder text = new StringBuilder("## One file of payments\n\n")
                .append(results.about())
                .append("\n\nEvery payment settles an invoice and ends its case.\n\n")
                .append("| open invoices | CPU ms (JVM + PG) | SQL | commits | WAL B | payments/s | heap in use after"
                        + " collections, at most |\n|---|---|---|---|---|---|---|\n");
        for (String side : results.sides()) {
            text.append("| %,.0f | %s | %.0f MB |%n"
                    .formatted(
                            results.median(side, measure -> (double) measure.items()) * Integer.parseInt(side),
                            results.cells(side),
                            results.median(side, measure -> measure.notes().get(HEAP))));
        }
        text.append("\n| goal | must | aim | measured | |\n|---|---|---|---|---|\n");
        text.append(Goal.atMost("cost of a payment among ten times as many open invoices", 1.5, 1.2, "×")
                .row(results.ratio(TEN_TIMES, AS_MANY, measure -> measure.each().cpu())));
        text.append(Goal.atMost("heap in use after collections, among ten times as many", 1000, 500, " MB")
                .row(results.median(TEN_TIMES, measure -> measure.notes().get(HEAP))));
        return text.toString();
    }
}
