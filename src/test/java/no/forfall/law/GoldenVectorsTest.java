package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums that were worked out elsewhere: segment by segment, in leap years, across weekends, payments and over-credits. */
class GoldenVectorsTest {

    private final Interest interest = new Interest(Rates.load());

    @ParameterizedTest
    @CsvSource({
        "NO, 10000, 2025-06-16, 2025-07-15, 51.37, 50.34, 101.71",
        "NO, 10000, 2026-06-16, 2026-07-15, 49.32, 50.34, 99.66",
        "NO, 10000, 2025-12-16, 2026-01-14, 53.70, 46.03, 99.73",
        "SE, 10000, 2025-06-16, 2025-07-15, 45.21, 41.09, 86.30"
    })
    void splitsAtTheHalfYear(
            Country country, BigDecimal principal, String first, String last, String one, String two, String sum) {
        var statement =
                interest.running(country, Money.of(country.currency(), principal), List.of(), day(first), day(last));

        assertThat(statement.segments())
                .extracting(InterestSegment::amount)
                .containsExactly(money(country.currency() + " " + one), money(country.currency() + " " + two));
        assertThat(statement.total()).isEqualTo(money(country.currency() + " " + sum));
    }

    @ParameterizedTest
    @CsvSource({"NO, 25000, 2026-09-01, 2026-11-22, 82, 688.01", "SE, 25000, 2026-09-01, 2026-11-22, 82, 561.64"})
    void countsOneSegmentInsideAHalfYear(
            Country country, BigDecimal principal, String due, String until, long days, BigDecimal sum) {
        var statement =
                interest.between(country, Money.of(country.currency(), principal), List.of(), day(due), day(until));

        assertThat(statement.segments()).singleElement().satisfies(segment -> {
            assertThat(segment.days()).isEqualTo(days);
            assertThat(segment.from()).isEqualTo(day(due).plusDays(1));
            assertThat(segment.to()).isEqualTo(day(until));
        });
        assertThat(statement.total().getAmount()).isEqualByComparingTo(sum);
    }

    /** The 29th of February is a day like others and the year still has 365: 10 000 at 12.5 % is 3.42 a day. */
    @ParameterizedTest
    @CsvSource({"2024-02-28, 2024-02-29, 3.42", "2024-02-28, 2024-03-01, 6.85", "2023-12-29, 2024-12-31, 1259.86"})
    void countsALeapDayOverTheSame365(String due, String until, String sum) {
        assertThat(interest.between(Country.NO, money("NOK 10000"), List.of(), day(due), day(until))
                        .total())
                .isEqualTo(money("NOK " + sum));
    }

    @Test
    void bearsInterestOnTheLastDayOfPaymentAndNotAfter() {
        var paidOnDay = List.of(new PrincipalChange(day("2026-07-15"), money("NOK -10000")));
        var paidDayBefore = List.of(new PrincipalChange(day("2026-07-14"), money("NOK -10000")));

        assertThat(total(paidOnDay)).isEqualTo(money("NOK 99.66"));
        assertThat(total(paidDayBefore)).isEqualTo(money("NOK 96.30"));
    }

    @Test
    void paysNoInterestBackForACreditLargerThanThePrincipal() {
        var overCredited = List.of(
                new PrincipalChange(day("2026-06-20"), money("NOK -12000")),
                new PrincipalChange(day("2026-07-01"), money("NOK 2500")));

        assertThat(interest.between(Country.NO, money("NOK 10000"), overCredited, day("2026-06-15"), day("2026-07-15"))
                        .segments())
                .extracting(InterestSegment::principal)
                .containsExactly(money("NOK 10000"), money("NOK 500"));
        assertThat(total(overCredited)).isEqualTo(money("NOK 18.79"));
    }

    @Test
    void countsNothingForAnInvoicePaidInTime() {
        assertThat(interest.between(
                        Country.NO,
                        money("NOK 10000"),
                        List.of(new PrincipalChange(day("2026-06-15"), money("NOK -10000"))),
                        day("2026-06-15"),
                        day("2026-12-31")))
                .isEqualTo(new InterestStatement(List.of(), money("NOK 0")));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20, 2026-04-07", "2026-12-10, 2026-12-28", "2026-05-04, 2026-05-18", "2026-04-17, 2026-05-04"})
    void rollsADeadlineFromAHolidayOrWeekendToABankingDay(String sentOn, String deadline) {
        assertThat(Law.load()
                        .deadline(
                                LegalStep.NOTICE,
                                Cases.norwegianCaseDue("2026-02-16").build(),
                                day(sentOn),
                                14))
                .isEqualTo(day(deadline));
    }

    private Money total(List<PrincipalChange> changes) {
        return interest.between(Country.NO, money("NOK 10000"), changes, day("2026-06-15"), day("2026-07-15"))
                .total();
    }
}
