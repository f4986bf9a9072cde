package no.forfall.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import no.forfall.ForfallTest;
import no.forfall.engine.Editions;
import no.forfall.engine.TableAnswer;
import no.forfall.engine.Tables;
import no.forfall.law.LegalStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ForfallTest
class WeightsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-24");

    @Autowired
    Tables tables;

    @Autowired
    Editions editions;

    /** A claim that gives no points by itself. */
    private static ItemFacts claim() {
        return new ItemFacts(
                "NOK", BigDecimal.TEN, BigDecimal.TEN, TODAY, TODAY, null, false, null, null, null, null, null, true);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            AMOUNT, 999.99, 0
            AMOUNT, 1000, 10
            AMOUNT, 5000, 20
            AMOUNT, 20000, 30
            AMOUNT, 50000, 40
            AMOUNT, 99999.99, 40
            AMOUNT, 100000, 50
            AGE, 0, 0
            AGE, 1, 5
            AGE, 14, 10
            AGE, 30, 15
            AGE, 60, 20
            AGE, 90, 25
            AGE, 4000, 25
            EXPOSURE, 49999, 0
            EXPOSURE, 50000, 10
            EXPOSURE, 250000, 20
            PROMISE_BROKEN, 0, 60
            PROMISE_BROKEN, 1, 60
            PROMISE_BROKEN, 2, 40
            PROMISE_BROKEN, 7, 40
            PROMISE_BROKEN, 30, 20
            PROMISE_BROKEN, 31, 0
            WORK_DUE, -1, 0
            WORK_DUE, 0, 20
            WORK_DUE, 1, 30
            WORK_DUE, 3, 40
            STANDS_STILL, 0, 40
            LAWFUL, 8, 0
            LAWFUL, 7, 5
            LAWFUL, 0, 10
            LAWFUL, -5, 10
            TIME_BARRED, 181, 0
            TIME_BARRED, 180, 25
            TIME_BARRED, 30, 50
            TIME_BARRED, -9, 50
            INSOLVENT, 0, 60
            NOT_REACHED, 0, 5
            """)
    void givesThePointsOfTheTable(OrderFact fact, double value, int points) {
        ItemFacts facts = with(fact, value);
        Map<OrderFact, Integer> parts = Weights.newest(tables).of(facts, TODAY);
        assertThat(parts.getOrDefault(fact, 0)).isEqualTo(points);
    }

    private static ItemFacts with(OrderFact fact, double value) {
        ItemFacts claim = claim();
        long days = (long) value;
        boolean overdue = fact == OrderFact.AMOUNT || fact == OrderFact.TIME_BARRED;
        BigDecimal amount = fact == OrderFact.AMOUNT ? BigDecimal.valueOf(value) : claim.amount();
        return new ItemFacts(
                "NOK",
                amount,
                fact == OrderFact.EXPOSURE ? BigDecimal.valueOf(value) : amount,
                fact == OrderFact.AGE ? TODAY.minusDays(days) : overdue ? TODAY.minusDays(1) : TODAY,
                TODAY,
                fact == OrderFact.WORK_DUE ? TODAY.minusDays(days) : null,
                fact == OrderFact.STANDS_STILL,
                fact == OrderFact.PROMISE_BROKEN ? TODAY.minusDays(days) : null,
                fact == OrderFact.LAWFUL ? LegalStep.NOTICE : null,
                fact == OrderFact.LAWFUL ? TODAY.plusDays(days) : null,
                fact == OrderFact.TIME_BARRED ? TODAY.plusDays(days) : null,
                fact == OrderFact.INSOLVENT ? TODAY.minusDays(days) : null,
                fact != OrderFact.NOT_REACHED);
    }

    @Test
    void answersForStretchesWhatTheTableAnswersForEachNumber() {
        Weights weights = Weights.newest(tables);
        Random random = new Random(7);
        for (int turn = 0; turn < 400; turn++) {
            OrderFact fact = OrderFact.values()[random.nextInt(OrderFact.values().length)];
            double value = fact == OrderFact.AMOUNT || fact == OrderFact.EXPOSURE
                    ? random.nextInt(30_000_000) / 100.0 + 10.01
                    : random.nextInt(200);
            TableAnswer answer = tables.ask(Weights.TABLE, Map.of("fact", fact.name(), "value", value));
            assertThat(weights.of(with(fact, value), TODAY).getOrDefault(fact, 0))
                    .as("%s %s", fact, value)
                    .isEqualTo(
                            fact == OrderFact.AGE && value == 0
                                    ? 0
                                    : answer.outputs().getOrDefault("points", 0));
        }
    }

    @Test
    void asksForEachNumberWhereARowComparesInAnotherWay() {
        String own = new String(tables.withAnswers(Weights.TABLE, Map.of()), StandardCharsets.UTF_8);
        String odd = own.replace("&gt;= 90", "modulo(?, 2) = 1");
        assertThat(odd).isNotEqualTo(own);
        try {
            editions.publish("work-order.dmn", odd.getBytes(StandardCharsets.UTF_8), "test", "odd days");
            Weights weights = Weights.newest(tables);
            assertThat(weights.of(with(OrderFact.AGE, 33), TODAY)).containsEntry(OrderFact.AGE, 25);
            assertThat(weights.of(with(OrderFact.AGE, 34), TODAY)).containsEntry(OrderFact.AGE, 15);
            assertThat(weights.of(with(OrderFact.AGE, 35), TODAY)).containsEntry(OrderFact.AGE, 25);
        } finally {
            editions.publish("work-order.dmn", own.getBytes(StandardCharsets.UTF_8), "test", "as it was");
        }
    }

    @Test
    void knowsTheDayOnWhichPointsChange() {
        Weights weights = Weights.newest(tables);
        assertThat(weights.changesOn(claim(), TODAY)).as("it falls due").isEqualTo(TODAY.plusDays(1));
        assertThat(weights.changesOn(old(56, null), TODAY)).as("sixty days").isEqualTo(TODAY.plusDays(4));
        assertThat(weights.changesOn(old(61, null), TODAY)).as("once a week").isEqualTo(TODAY.plusDays(7));
        assertThat(weights.changesOn(old(61, TODAY), TODAY)).as("unheard of").isEqualTo(TODAY.plusDays(1));
        assertThat(weights.changesOn(old(61, TODAY.plusDays(10)), TODAY)).isEqualTo(TODAY.plusDays(3));
    }

    private static ItemFacts old(int days, @Nullable LocalDate lawfulFrom) {
        return new ItemFacts(
                "NOK",
                BigDecimal.TEN,
                BigDecimal.TEN,
                TODAY.minusDays(days),
                TODAY,
                null,
                false,
                null,
                lawfulFrom == null ? null : LegalStep.NOTICE,
                lawfulFrom,
                null,
                null,
                true);
    }

    @Test
    void showsTheMostPointsFirst() {
        assertThat(Weights.largestFirst(Map.of(OrderFact.AGE, 5, OrderFact.AMOUNT, 5, OrderFact.INSOLVENT, 60)))
                .containsExactly(
                        Map.entry(OrderFact.INSOLVENT, 60),
                        Map.entry(OrderFact.AMOUNT, 5),
                        Map.entry(OrderFact.AGE, 5));
    }
}
