package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static no.forfall.law.LegalStep.COMPENSATION;
import static no.forfall.law.LegalStep.HAND_OVER;
import static no.forfall.law.LegalStep.NOTICE;
import static no.forfall.law.LegalStep.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import no.forfall.law.Readings.BusinessFee;
import no.forfall.law.Readings.CompensationOf;
import no.forfall.law.Readings.Email;
import no.forfall.law.Readings.InterestFrom;
import no.forfall.law.Readings.OtherCurrency;
import no.forfall.law.Readings.WeekendDueDate;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both answers to every open question of the law. */
class ReadingsTest {

    private static final CaseFacts.Builder BUSINESS =
            CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2024-12-16"), money("NOK 10000"));

    @ParameterizedTest
    @CsvSource({
        "DAY_AFTER_DUE_DATE, MONDAY, 2026-06-16, 3.29",
        "DUE_DATE, MONDAY, 2026-06-15, 6.58",
        "DAY_AFTER_DUE_DATE, AS_STATED, 2026-06-15, 6.58",
        "DUE_DATE, AS_STATED, 2026-06-14, 9.86"
    })
    void countsInterestFromTheDayThatItReads(InterestFrom from, WeekendDueDate weekend, String first, String sum) {
        var interest = new Interest(Rates.load(), reading(from, weekend));

        var statement =
                interest.between(Country.NO, money("NOK 10000"), List.of(), day("2026-06-14"), day("2026-06-16"));

        assertThat(statement.segments().get(0).from()).isEqualTo(day(first));
        assertThat(statement.total()).isEqualTo(money("NOK " + sum));
    }

    @ParameterizedTest
    @CsvSource({"MONDAY, 2026-06-15, 2026-06-29", "AS_STATED, 2026-06-13, 2026-06-27"})
    void movesAWeekendForFeesToo(WeekendDueDate weekend, String due, String feeFrom) {
        var law = Law.load().readAs(reading(InterestFrom.DAY_AFTER_DUE_DATE, weekend));
        var facts = Cases.norwegianCaseDue("2026-06-13").build();

        assertThat(law.effectiveDueDate(day("2026-06-13"))).isEqualTo(day(due));
        assertThat(law.verdict(REMINDER, facts, day("2026-06-20")))
                .hasFieldOrPropertyWithValue("feeFrom", day(feeFrom));
    }

    /** 460 in the second half of 2024, 470 in the first of 2025. */
    @ParameterizedTest
    @CsvSource({"LOWER, 460", "DUE_DATE, 460", "DEMAND, 470"})
    void takesTheCompensationOfTheHalfYearThatItReads(CompensationOf of, String amount) {
        var law = Law.load().readAs(reading(of, BusinessFee.STATUTORY, Email.REGISTERED_ADDRESS));

        assertThat(law.compensation(BUSINESS.build(), day("2025-01-15"))).contains(money("NOK " + amount));
    }

    /** Known for the due date, not for the demand: nothing is claimed unless the due date alone decides. */
    @ParameterizedTest
    @CsvSource({"LOWER, false", "DUE_DATE, true", "DEMAND, false"})
    void claimsNoCompensationThatRestsOnAGap(CompensationOf of, boolean known) {
        var law = Law.load().readAs(reading(of, BusinessFee.STATUTORY, Email.REGISTERED_ADDRESS));
        var facts = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2014-03-03"), money("NOK 10000"))
                .build();

        assertThat(law.verdict(COMPENSATION, facts, day("2014-09-01")).mayHappen())
                .isEqualTo(known);
    }

    @Test
    void letsABusinessFeeBeAsLargeAsTheCompensationOnceWhenThatIsTheReading() {
        var law = Law.load().readAs(reading(CompensationOf.DEMAND, BusinessFee.COMPENSATION, Email.REGISTERED_ADDRESS));
        var charged = BUSINESS.letters(List.of(Cases.reminderWithFee("2025-01-15", "2025-01-29")))
                .build();
        var consumer = Cases.norwegianCaseDue("2024-12-16").build();

        assertThat(law.reminderFee(REMINDER, BUSINESS.letters(List.of()).build(), day("2025-01-15")))
                .contains(money("NOK 470"));
        assertThat(law.reminderFee(NOTICE, charged, day("2025-02-03"))).isEmpty();
        assertThat(law.reminderFee(REMINDER, consumer, day("2025-01-15"))).contains(money("NOK 35"));
        assertThat(law.reminderFee(
                        REMINDER,
                        CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2014-08-04"), money("NOK 10000"))
                                .build(),
                        day("2014-09-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NEVER, true, false", "NEVER, false, true", "REGISTERED_ADDRESS, true, true"})
    void handsOverOnAnEmailedNoticeWhenThatIsTheReading(Email email, boolean byEmail, boolean allowed) {
        var law = Law.load().readAs(reading(CompensationOf.LOWER, BusinessFee.STATUTORY, email));
        var facts = Cases.norwegianCaseDue("2026-06-01")
                .letters(List.of(new SentLetter(NOTICE, day("2026-06-15"), day("2026-06-29"), false, byEmail)))
                .build();

        assertThat(law.verdict(HAND_OVER, facts, day("2026-07-01")).mayHappen()).isEqualTo(allowed);
        assertThat(law.verdict(REMINDER, facts, day("2026-07-01")).mayHappen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NO, NOK", "SE, SEK"})
    void countsInterestOnAClaimInTheCountrysOwnCurrencyAloneUnlessReadOtherwise(Country country, String own) {
        var strict = new Interest(Rates.load());
        var same = new Interest(Rates.load(), reading(OtherCurrency.SAME_RATE));

        assertThat(total(strict, country, own)).isPositive();
        assertThat(total(strict, country, "EUR")).isZero();
        assertThat(total(same, country, "EUR")).isPositive().isEqualByComparingTo(total(strict, country, own));
    }

    private static BigDecimal total(Interest interest, Country country, String currency) {
        return interest.between(country, money(currency + " 10000"), List.of(), day("2026-06-15"), day("2026-07-15"))
                .total()
                .getAmount();
    }

    private static Readings reading(OtherCurrency otherCurrency) {
        return new Readings(
                InterestFrom.DAY_AFTER_DUE_DATE,
                WeekendDueDate.MONDAY,
                CompensationOf.LOWER,
                Email.REGISTERED_ADDRESS,
                BusinessFee.STATUTORY,
                otherCurrency);
    }

    private static Readings reading(InterestFrom from, WeekendDueDate weekend) {
        return new Readings(
                from,
                weekend,
                CompensationOf.LOWER,
                Email.REGISTERED_ADDRESS,
                BusinessFee.STATUTORY,
                OtherCurrency.NO_INTEREST);
    }

    private static Readings reading(CompensationOf of, BusinessFee fee, Email email) {
        return new Readings(
                InterestFrom.DAY_AFTER_DUE_DATE, WeekendDueDate.MONDAY, of, email, fee, OtherCurrency.NO_INTEREST);
    }
}
