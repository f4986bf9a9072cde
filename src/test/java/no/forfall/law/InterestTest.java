package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import no.forfall.shared.Country;
import org.joda.money.CurrencyMismatchException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestTest {

    private final Interest interest = new Interest(Rates.load());

    @ParameterizedTest
    @CsvSource({
        "NO, 10000, 2026-06-15, 2026-07-15, 99.66",
        "NO, 10000, 2025-12-15, 2026-01-14, 99.73",
        "NO, 10000, 2025-12-15, 2026-01-15, 103.01",
        "NO, 25000, 2026-09-01, 2026-11-22, 688.01",
        "NO, 10000, 2026-06-15, 2026-06-15, 0.00",
        "NO, 10000, 2026-06-15, 2026-06-16, 3.29",
        "NO, 10000, 2026-06-15, 2026-12-31, 666.85",
        "NO, 10000, 2026-06-15, 2026-06-01, 0.00",
        "SE, 25000, 2026-09-01, 2026-11-22, 561.64"
    })
    void agreesWithTheGoldenVectors(Country country, String principal, String due, String until, BigDecimal sum) {
        var statement =
                interest.between(country, money(country.currency() + " " + principal), List.of(), day(due), day(until));

        assertThat(statement.total()).isEqualTo(Money.of(country.currency(), sum));
    }

    /** Their due date, 15 June 2025, is a Sunday, and they count from the day after it: the arithmetic before the roll. */
    @ParameterizedTest
    @CsvSource({"NO, 101.71", "SE, 86.30"})
    void agreesWithTheGoldenVectorsThatCountFromASunday(Country country, BigDecimal sum) {
        var principal = Money.of(country.currency(), 10_000);

        var statement = interest.running(country, principal, List.of(), day("2025-06-16"), day("2025-07-15"));

        assertThat(statement.total()).isEqualTo(Money.of(country.currency(), sum));
        assertThat(statement.segments()).extracting(InterestSegment::days).containsExactly(15L, 15L);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-13, 2026-06-16, 99.66", "2026-06-14, 2026-06-16, 99.66", "2026-06-12, 2026-06-13, 109.52"})
    void movesADueDateInTheWeekendToMonday(String due, String firstDay, BigDecimal sum) {
        var statement = interest.between(Country.NO, money("NOK 10000"), List.of(), day(due), day("2026-07-15"));

        assertThat(statement.segments().get(0).from()).isEqualTo(day(firstDay));
        assertThat(statement.total().getAmount()).isEqualByComparingTo(sum);
    }

    @Test
    void countsFromTheMondayWhenTheDueDateIsASunday() {
        var statement =
                interest.between(Country.NO, money("NOK 10000"), List.of(), day("2025-06-15"), day("2025-07-15"));

        assertThat(statement.total()).isEqualTo(money("NOK 98.29"));
    }

    @Test
    void showsEachRateAsItsOwnSegment() {
        var statement =
                interest.between(Country.NO, money("NOK 10000"), List.of(), day("2026-06-15"), day("2026-07-15"));

        assertThat(statement.segments())
                .containsExactly(
                        new InterestSegment(
                                day("2026-06-16"),
                                day("2026-06-30"),
                                15,
                                money("NOK 10000"),
                                new BigDecimal("12.00"),
                                money("NOK 49.32")),
                        new InterestSegment(
                                day("2026-07-01"),
                                day("2026-07-15"),
                                15,
                                money("NOK 10000"),
                                new BigDecimal("12.25"),
                                money("NOK 50.34")));
    }

    @Test
    void roundsTheRunningSumSoThatTheLinesAddUpToTheExactTotal() {
        var statement =
                interest.between(Country.NO, money("NOK 10000"), List.of(), day("2025-12-15"), day("2026-01-15"));

        // 53.698… and 49.315… make 103.013…; rounded one by one they would make 103.02
        assertThat(statement.segments())
                .extracting(InterestSegment::amount)
                .containsExactly(money("NOK 53.70"), money("NOK 49.31"));
        assertThat(statement.total()).isEqualTo(money("NOK 103.01"));
    }

    @Test
    void keepsOneSegmentAcrossHalfYearsOfTheSameRate() {
        var statement =
                interest.between(Country.NO, money("NOK 10000"), List.of(), day("2017-03-01"), day("2018-12-31"));

        assertThat(statement.segments()).hasSize(1);
        assertThat(statement.total()).isEqualTo(money("NOK 1560.27"));
    }

    @Test
    void letsThePaymentDayBearInterestAndStopsWhenAllIsPaid() {
        var paid = List.of(new PrincipalChange(day("2026-07-05"), money("NOK -10000")));

        for (var asked : List.of(day("2026-07-15"), day("2027-01-10"))) {
            assertThat(interest.between(Country.NO, money("NOK 10000"), paid, day("2026-06-15"), asked)
                            .total())
                    .isEqualTo(money("NOK 66.10"));
        }
    }

    @Test
    void startsANewSegmentTheDayAfterAPartialPayment() {
        var changes = List.of(
                new PrincipalChange(day("2026-07-10"), money("NOK 500")),
                new PrincipalChange(day("2026-06-20"), money("NOK -2500")),
                new PrincipalChange(day("2026-06-01"), money("NOK -1000")),
                new PrincipalChange(day("2026-08-01"), money("NOK -100")));

        var statement = interest.between(Country.NO, money("NOK 11000"), changes, day("2026-06-15"), day("2026-07-15"));

        assertThat(statement.segments())
                .extracting(InterestSegment::to, InterestSegment::days, InterestSegment::principal)
                .containsExactly(
                        tuple(day("2026-06-20"), 5L, money("NOK 10000")),
                        tuple(day("2026-06-30"), 10L, money("NOK 7500")),
                        tuple(day("2026-07-10"), 10L, money("NOK 7500")),
                        tuple(day("2026-07-15"), 5L, money("NOK 8000")));
        assertThat(statement.total()).isEqualTo(money("NOK 79.69"));
    }

    @Test
    void takesSeveralChangesOnOneDayTogether() {
        var changes = List.of(
                new PrincipalChange(day("2026-06-20"), money("NOK -6000")),
                new PrincipalChange(day("2026-06-20"), money("NOK -5000")));

        var statement = interest.between(Country.NO, money("NOK 10000"), changes, day("2026-06-15"), day("2026-07-15"));

        assertThat(statement.segments()).hasSize(1);
        assertThat(statement.total()).isEqualTo(money("NOK 16.44"));
    }

    @Test
    void refusesToCountIntoAHalfYearWithoutARate() {
        assertThatExceptionOfType(RateUnknown.class)
                .isThrownBy(() -> interest.between(
                        Country.NO, money("NOK 10000"), List.of(), day("2026-06-15"), day("2027-01-01")))
                .withMessageContaining("2027-01-01");
    }

    @Test
    void refusesAChangeInAnotherCurrency() {
        var foreign = List.of(new PrincipalChange(day("2026-06-20"), money("EUR -100")));

        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> interest.between(
                        Country.NO, money("NOK 10000"), foreign, day("2026-06-15"), day("2026-07-15")));
    }
}
