package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static no.forfall.law.Cases.norwegianCaseDue;
import static no.forfall.law.Cases.notice;
import static no.forfall.law.Cases.reminder;
import static no.forfall.law.Cases.reminderWithFee;
import static no.forfall.law.LegalStep.COMPENSATION;
import static no.forfall.law.LegalStep.CONTACT;
import static no.forfall.law.LegalStep.HAND_OVER;
import static no.forfall.law.LegalStep.NONE;
import static no.forfall.law.LegalStep.NOTICE;
import static no.forfall.law.LegalStep.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.forfall.law.Verdict.Allowed;
import no.forfall.law.Verdict.AllowedWithoutFee;
import no.forfall.law.Verdict.Barred;
import no.forfall.law.Verdict.Refused;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NorwayTest {

    private final Law law = Law.load();

    @ParameterizedTest
    @CsvSource({"700, 35", "750, 38", "725, 36", "770, 39", "710, 36", "749, 37"})
    void roundsTheFeeHalfUpToWholeKroner(String inkassosats, String fee) {
        var rates = Rates.read(DataFile.parse(
                "rates.csv",
                "country,kind,valid_from,value,confidence",
                List.of(
                        "country,kind,valid_from,value,confidence",
                        "NO,inkassosats,2026-01-01," + inkassosats + ",high",
                        "NO,fee_fraction,2020-10-01,0.05,high")));

        assertThat(new Law(rates, new BankingDays())
                        .reminderFee(REMINDER, norwegianCaseDue("2026-06-15").build(), day("2026-07-01")))
                .contains(money("NOK " + fee));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-05-04, 2015-06-01, 65",
        "2016-05-02, 2016-06-01, 67",
        "2020-09-30, 2020-11-02, 70",
        "2020-10-01, 2020-11-02, 35",
        "2025-11-28, 2025-12-30, 35",
        "2025-11-28, 2026-01-02, 38"
    })
    void takesTheFractionOfTheDueDateAndTheSatsOfTheLetter(String due, String sentOn, String fee) {
        assertThat(law.reminderFee(REMINDER, norwegianCaseDue(due).build(), day(sentOn)))
                .contains(money("NOK " + fee));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15, 2026-06-28, false",
        "2026-06-15, 2026-06-29, true",
        "2026-06-13, 2026-06-27, false",
        "2026-06-13, 2026-06-28, false",
        "2026-06-13, 2026-06-29, true"
    })
    void letsALetterBearAFeeFourteenDaysAfterTheEffectiveDueDate(String due, String sentOn, boolean withFee) {
        var facts = norwegianCaseDue(due).build();

        var verdict = law.verdict(REMINDER, facts, day(sentOn));

        assertThat(verdict.mayHappen()).isTrue();
        assertThat(law.reminderFee(REMINDER, facts, day(sentOn)).isPresent()).isEqualTo(withFee);
        if (!withFee) {
            assertThat(ruleOf(verdict)).isEqualTo("NO-R7");
            assertThat(verdict).isInstanceOfSatisfying(AllowedWithoutFee.class, it -> assertThat(it.feeFrom())
                    .isEqualTo(day("2026-06-29")));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-08-01, false", "2026-08-02, true"})
    void countsFeesAnewWhenSixMonthsHavePassed(String sentOn, boolean withFee) {
        var facts = norwegianCaseDue("2025-12-01")
                .letters(List.of(
                        reminderWithFee("2026-01-01", "2026-01-15"), reminderWithFee("2026-02-01", "2026-02-16")))
                .build();

        var verdict = law.verdict(REMINDER, facts, day(sentOn));

        if (withFee) {
            assertThat(verdict).isInstanceOf(Allowed.class);
        } else {
            assertThat(ruleOf(verdict)).isEqualTo("NO-R9");
            assertThat(verdict).hasFieldOrPropertyWithValue("feeFrom", day("2026-08-02"));
        }
    }

    /** The first two are forgotten by February, so that the letters of February and August are a new first and second. */
    @Test
    void forgetsOldFeesBeforeItCountsTheNewOnes() {
        var facts = norwegianCaseDue("2025-01-02")
                .letters(List.of(
                        reminderWithFee("2025-06-01", "2025-06-16"),
                        reminderWithFee("2025-07-01", "2025-07-15"),
                        reminderWithFee("2026-02-02", "2026-02-16")))
                .build();

        assertThat(law.verdict(REMINDER, facts, day("2026-03-02"))).isInstanceOf(Allowed.class);
    }

    @Test
    void handsOverOnTheLatestOfSeveralNotices() {
        var facts = norwegianCaseDue("2025-11-03")
                .letters(List.of(notice("2025-12-01", "2025-12-15"), notice("2026-05-04", "2026-05-19")))
                .build();

        assertThat(law.verdict(HAND_OVER, facts, day("2026-06-15"))).isInstanceOf(Allowed.class);
    }

    @Test
    void allowsASecondFeeAfterAMissedDeadlineOfFourteenDays() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(reminderWithFee("2026-06-15", "2026-06-29")))
                .build();

        assertThat(law.verdict(NOTICE, facts, day("2026-07-01"))).isInstanceOf(Allowed.class);
        assertThat(law.reminderFee(NOTICE, facts, day("2026-07-01"))).contains(money("NOK 38"));
    }

    @Test
    void allowsNoSecondFeeAfterADeadlineOfThirteenDays() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(reminderWithFee("2026-06-15", "2026-06-28")))
                .build();

        var verdict = law.verdict(REMINDER, facts, day("2026-07-01"));

        assertThat(verdict).isInstanceOf(AllowedWithoutFee.class);
        assertThat(ruleOf(verdict)).isEqualTo("NO-R10");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-12-07", "2026-06-29, 2026-07-13", "2026-03-20, 2026-04-07"})
    void raisesAShortDeadlineToFourteenDaysAndLandsItOnABankingDay(String sentOn, String deadline) {
        var facts = norwegianCaseDue("2026-02-16").build();

        assertThat(law.deadline(NOTICE, facts, day(sentOn), 10)).isEqualTo(day(deadline));
    }

    @Test
    void keepsADeadlineLongerThanTheLeast() {
        assertThat(law.deadline(REMINDER, norwegianCaseDue("2026-06-15").build(), day("2026-06-29"), 20))
                .isEqualTo(day("2026-07-20"));
        assertThat(law.deadline(CONTACT, norwegianCaseDue("2026-06-15").build(), day("2026-06-29"), 3))
                .isEqualTo(day("2026-07-02"));
    }

    @ParameterizedTest
    @CsvSource({"13, false", "14, true", "0, true"})
    void barsANoticeThatGivesLessThanFourteenDays(int days, boolean allowed) {
        var facts = norwegianCaseDue("2026-11-02").requestedDeadlineDays(days).build();

        var verdict = law.verdict(NOTICE, facts, day("2026-11-23"));

        assertThat(verdict).isInstanceOf(allowed ? Allowed.class : Barred.class);
    }

    @Test
    void refusesANoticeUntilTheDayAfterTheDueDate() {
        var facts = norwegianCaseDue("2026-06-13").build();

        assertThat(law.verdict(NOTICE, facts, day("2026-06-15"))).isInstanceOfSatisfying(Refused.class, it -> {
            assertThat(it.why().ruleId()).isEqualTo("NO-R13");
            assertThat(it.earliest()).isEqualTo(day("2026-06-16"));
        });
        assertThat(law.verdict(NOTICE, facts, day("2026-06-16"))).isInstanceOf(AllowedWithoutFee.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "NOTICE", "HAND_OVER"})
    void waitsForADeadlineAndOneDayMore(LegalStep step) {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-29")))
                .build();

        for (var date : List.of(day("2026-06-16"), day("2026-06-29"), day("2026-06-30"))) {
            assertThat(law.verdict(step, facts, date)).isInstanceOfSatisfying(Refused.class, it -> {
                assertThat(it.why().ruleId()).isEqualTo("NO-R14");
                assertThat(it.earliest()).isEqualTo(day("2026-07-01"));
            });
        }
        assertThat(law.verdict(step, facts, day("2026-07-01"))).isInstanceOf(Allowed.class);
    }

    @Test
    void waitsForTheLatestOfAllDeadlinesBeforeTheHandOver() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-29"), reminder("2026-07-02", "2026-07-16")))
                .build();

        assertThat(law.verdict(HAND_OVER, facts, day("2026-07-10")))
                .isEqualTo(new Refused(reason(law.verdict(HAND_OVER, facts, day("2026-07-10"))), day("2026-07-18")));
    }

    @Test
    void barsAHandOverWithoutAValidNotice() {
        var none = norwegianCaseDue("2026-06-01")
                .letters(List.of(reminder("2026-06-15", "2026-06-29")))
                .build();
        var tooShort = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-28")))
                .build();
        var beforeDue = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-01", "2026-06-29")))
                .build();

        for (var facts : List.of(none, tooShort, beforeDue)) {
            var verdict = law.verdict(HAND_OVER, facts, day("2026-08-01"));
            assertThat(verdict).isInstanceOf(Barred.class);
            assertThat(reason(verdict).messageKey()).isEqualTo("law.NO-R13.missing");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-09-10, true", "2026-09-11, false"})
    void barsAHandOverOnANoticeOlderThanSixMonths(String date, boolean allowed) {
        var facts = norwegianCaseDue("2026-02-02")
                .letters(List.of(notice("2026-03-10", "2026-03-24")))
                .build();

        var verdict = law.verdict(HAND_OVER, facts, day(date));

        assertThat(verdict).isInstanceOf(allowed ? Allowed.class : Barred.class);
        if (!allowed) {
            assertThat(ruleOf(verdict)).isEqualTo("NO-R15");
        }
    }

    @Test
    void leavesOnlyAFreeReminderForAnInvoiceThatDidNotArrive() {
        var facts = norwegianCaseDue("2026-06-01").invoiceDelivered(false).build();

        assertOnlyFreeReminder(facts, "NO-R18");
    }

    @Test
    void leavesOnlyAFreeReminderWhileTheClaimIsDisputed() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-29")))
                .disputed(true)
                .build();

        assertOnlyFreeReminder(facts, "NO-R19");
    }

    @Test
    void leavesLettersWithoutFeeForTheRestWhileAPartIsDisputed() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-29")))
                .disputedPart(money("NOK 4000"))
                .build();

        for (var step : List.of(REMINDER, NOTICE)) {
            var verdict = law.verdict(step, facts, day("2026-07-15"));
            assertThat(verdict).isInstanceOf(AllowedWithoutFee.class);
            assertThat(ruleOf(verdict)).isEqualTo("NO-R19");
            assertThat(law.reminderFee(step, facts, day("2026-07-15"))).isEmpty();
        }
        var handOver = law.verdict(HAND_OVER, facts, day("2026-07-15"));
        assertThat(handOver).isInstanceOf(Barred.class);
        assertThat(ruleOf(handOver)).isEqualTo("NO-R19");
    }

    @Test
    void takesADisputedPartThatIsAllThatIsOpenForTheWhole() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-29")))
                .disputedPart(money("NOK 10000"))
                .build();

        assertThat(facts.disputed()).isTrue();
        assertOnlyFreeReminder(facts, "NO-R19");
    }

    @Test
    void barsEveryFeeButNotTheHandOverAfterAnObjectionThatWasRight() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-15", "2026-06-29")))
                .chargesBarred(true)
                .build();

        for (var step : List.of(REMINDER, NOTICE)) {
            var verdict = law.verdict(step, facts, day("2026-07-15"));
            assertThat(verdict).isInstanceOf(AllowedWithoutFee.class);
            assertThat(ruleOf(verdict)).isEqualTo("NO-R19");
        }
        assertThat(law.verdict(HAND_OVER, facts, day("2026-07-15"))).isInstanceOf(Allowed.class);
    }

    @Test
    void leavesATimeBarredClaimToAPerson() {
        var facts =
                norwegianCaseDue("2023-08-01").firstDueDate(day("2023-07-03")).build();

        assertThat(law.looksTimeBarredFrom(facts)).contains(day("2026-07-03"));
        assertThat(law.verdict(NOTICE, facts, day("2026-07-02"))).isInstanceOf(Allowed.class);
        assertThat(law.verdict(NOTICE, facts, day("2026-07-03"))).isInstanceOf(Barred.class);
    }

    @Test
    void barsTheHandOverOfAPaidClaim() {
        var facts = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2026-06-01"), money("NOK 0"))
                .letters(List.of(notice("2026-06-15", "2026-06-29")))
                .build();

        assertThat(ruleOf(law.verdict(HAND_OVER, facts, day("2026-07-15")))).isEqualTo("NO-R21");
        assertThat(law.looksTimeBarredFrom(facts)).isEmpty();
    }

    @Test
    void leavesOnlyAFreeReminderAfterTheReviewedDates() {
        var facts = norwegianCaseDue("2026-11-02")
                .letters(List.of(notice("2026-11-23", "2026-12-07")))
                .build();
        var date = day("2027-01-04");

        assertThat(law.verdict(REMINDER, facts, date)).isInstanceOf(AllowedWithoutFee.class);
        assertThat(law.reminderFee(REMINDER, facts, date)).isEmpty();
        assertThat(law.verdict(NOTICE, facts, date)).isInstanceOf(Barred.class);
        assertThat(law.verdict(HAND_OVER, facts, date)).isInstanceOf(Barred.class);
        assertThat(ruleOf(law.verdict(NOTICE, facts, date))).isEqualTo("NO-REVIEW");
        assertThat(law.verdict(NOTICE, facts, day("2026-12-31"))).isInstanceOf(Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01", "2026-07-01", "2027-01-04"})
    void neverStandsInTheWayOfPlainContact(LocalDate date) {
        var facts = norwegianCaseDue("2026-06-15").disputed(true).build();

        assertThat(law.verdict(CONTACT, facts, date)).isInstanceOf(Allowed.class);
        assertThat(law.verdict(NONE, facts, date)).isInstanceOf(Allowed.class);
        assertThat(law.reminderFee(CONTACT, facts, date)).isEmpty();
    }

    @Test
    void judgesThePastByTheLettersOfThePast() {
        var facts = norwegianCaseDue("2026-06-01")
                .letters(List.of(notice("2026-07-20", "2026-08-03")))
                .build();

        assertThat(law.verdict(NOTICE, facts, day("2026-07-01"))).isInstanceOf(Allowed.class);
    }

    @Test
    void givesBusinessesTheCompensationOfTheHalfYear() {
        var business = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2026-06-15"), money("NOK 10000"))
                .build();

        assertThat(law.compensation(business, day("2026-06-15"))).isEmpty();
        assertThat(law.compensation(business, day("2026-06-30"))).contains(money("NOK 460"));
        assertThat(law.compensation(business, day("2026-07-01"))).contains(money("NOK 430"));
        assertThat(law.compensation(business, day("2027-01-04"))).isEmpty();
        assertThat(law.compensation(norwegianCaseDue("2026-06-15").build(), day("2026-07-01")))
                .isEmpty();
        var inAGap = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2018-01-02"), money("NOK 1"))
                .build();
        assertThat(law.compensation(inAGap, day("2018-02-01"))).isEmpty();
        assertThat(reason(law.verdict(COMPENSATION, inAGap, day("2018-02-01"))).messageKey())
                .isEqualTo("law.NO-R5.unknown");
    }

    @Test
    void asksForFourteenDaysInLettersThatMayBearAFee() {
        assertThat(law.leastDaysToPay(REMINDER, Country.NO)).isEqualTo(14);
        assertThat(law.leastDaysToPay(NOTICE, Country.NO)).isEqualTo(14);
        assertThat(law.leastDaysToPay(CONTACT, Country.NO)).isZero();
    }

    private void assertOnlyFreeReminder(CaseFacts facts, String ruleId) {
        var date = day("2026-07-15");
        assertThat(law.verdict(REMINDER, facts, date)).isInstanceOf(AllowedWithoutFee.class);
        assertThat(law.reminderFee(REMINDER, facts, date)).isEmpty();
        assertThat(law.verdict(NOTICE, facts, date)).isInstanceOf(Barred.class);
        assertThat(law.verdict(HAND_OVER, facts, date)).isInstanceOf(Barred.class);
        assertThat(ruleOf(law.verdict(REMINDER, facts, date))).isEqualTo(ruleId);
        assertThat(ruleOf(law.verdict(NOTICE, facts, date))).isEqualTo(ruleId);
    }

    private static Reason reason(Verdict verdict) {
        return verdict.reason().orElseThrow();
    }

    private static String ruleOf(Verdict verdict) {
        return reason(verdict).ruleId();
    }
}
