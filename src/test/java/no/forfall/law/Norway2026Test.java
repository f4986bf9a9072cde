package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static no.forfall.law.Cases.norwegianCaseDue;
import static no.forfall.law.Cases.notice;
import static no.forfall.law.Cases.reminder;
import static no.forfall.law.LegalStep.COMPENSATION;
import static no.forfall.law.LegalStep.HAND_OVER;
import static no.forfall.law.LegalStep.NOTICE;
import static no.forfall.law.LegalStep.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import no.forfall.law.Verdict.Allowed;
import no.forfall.law.Verdict.AllowedAsAnnouncement;
import no.forfall.law.Verdict.AllowedWithoutFee;
import no.forfall.law.Verdict.Barred;
import no.forfall.law.Verdict.Refused;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock stands on 4 January 2027, the act of 2026 in force since New Year and reviewed, unless a test says otherwise. */
class Norway2026Test {

    private final Law unreviewed = Law.load();
    private final Law law = unreviewed.with(List.of(new PackDates("NO-2026", day("2027-01-01"), day("2027-06-30"))));

    @Test
    void isNotInForceAsLongAsNobodyHasSetItsDate() {
        var facts = norwegianCaseDue("2026-11-02").build();

        assertThat(unreviewed.verdict(NOTICE, facts, day("2026-12-31"))).isInstanceOf(Allowed.class);
        assertThat(ruleOf(unreviewed.verdict(NOTICE, facts, day("2027-01-04")))).isEqualTo("NO-REVIEW");
        assertThat(ruleOf(unreviewed.verdict(REMINDER, facts, day("2027-01-04"))))
                .isEqualTo("NO-REVIEW");
        assertThat(unreviewed.verdict(REMINDER, facts, day("2027-01-04")).mayHappen())
                .isTrue();
        assertThat(unreviewed.verdict(NOTICE, facts, day("2027-01-04")).mayHappen())
                .isFalse();
    }

    @Test
    void isNotUsedBeyondItsReviewEvenWhenItIsInForce() {
        var facts = norwegianCaseDue("2026-11-02").build();
        var inForceOnly = unreviewed.with(List.of(new PackDates("NO-2026", day("2027-01-01"), null)));

        assertThat(ruleOf(inForceOnly.verdict(NOTICE, facts, day("2027-01-04"))))
                .isEqualTo("NO-REVIEW");
        assertThat(ruleOf(law.verdict(NOTICE, facts, day("2027-07-01")))).isEqualTo("NO-REVIEW");
    }

    @Test
    void turnsTheNoticeIntoALetterThatAnnouncesTheHandOver() {
        var facts = norwegianCaseDue("2026-11-02").build();

        var verdict = law.verdict(NOTICE, facts, day("2027-01-04"));

        assertThat(verdict).isInstanceOf(AllowedAsAnnouncement.class);
        assertThat(verdict.mayHappen()).isTrue();
        assertThat(ruleOf(verdict)).isEqualTo("NO-F1");
        assertThat(law.reminderFee(NOTICE, facts, day("2027-01-04"))).isEmpty();
        assertThat(law.deadline(NOTICE, facts, day("2027-01-04"), 10)).isEqualTo(day("2027-01-18"));
        assertThat(law.leastDaysToPay(NOTICE, Country.NO)).isEqualTo(14);
        assertThat(law.leastDaysToPay(HAND_OVER, Country.NO)).isZero();
        assertThat(law.verdict(NOTICE, facts, day("2026-12-31"))).isInstanceOf(Allowed.class);
    }

    @Test
    void takesNoFeeForAReminderOfItsOwn() {
        var facts = norwegianCaseDue("2026-11-02").build();

        var verdict = law.verdict(REMINDER, facts, day("2027-01-04"));

        assertThat(verdict).isInstanceOf(AllowedWithoutFee.class).hasFieldOrPropertyWithValue("feeFrom", null);
        assertThat(verdict.reason().orElseThrow().messageKey()).isEqualTo("law.NO-F1.fee");
        assertThat(law.reminderFee(REMINDER, facts, day("2027-01-04"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"13, false", "14, true"})
    void asksForFourteenDaysInTheAnnouncement(int days, boolean allowed) {
        var facts = norwegianCaseDue("2026-11-02").requestedDeadlineDays(days).build();

        assertThat(law.verdict(NOTICE, facts, day("2027-01-04")).mayHappen()).isEqualTo(allowed);
    }

    @Test
    void announcesAfterTheDueDateOnly() {
        var facts = norwegianCaseDue("2027-01-04").build();

        assertThat(law.verdict(NOTICE, facts, day("2027-01-04")))
                .isInstanceOf(Refused.class)
                .hasFieldOrPropertyWithValue("earliest", day("2027-01-05"));
        assertThat(law.verdict(NOTICE, facts, day("2027-01-05"))).isInstanceOf(AllowedAsAnnouncement.class);
    }

    @Test
    void handsOverAfterTheAnnouncementOrANoticeUnderTheOldAct() {
        var announced = norwegianCaseDue("2026-11-02")
                .letters(List.of(notice("2027-01-04", "2027-01-18")))
                .build();
        var noticed = norwegianCaseDue("2026-11-02")
                .letters(List.of(notice("2026-12-15", "2026-12-29")))
                .build();

        assertThat(law.verdict(HAND_OVER, announced, day("2027-01-19")))
                .hasFieldOrPropertyWithValue("earliest", day("2027-01-20"));
        assertThat(law.verdict(HAND_OVER, announced, day("2027-01-20"))).isInstanceOf(Allowed.class);
        assertThat(law.verdict(HAND_OVER, noticed, day("2027-01-04"))).isInstanceOf(Allowed.class);
    }

    @Test
    void barsAHandOverThatNoLetterHasAnnounced() {
        var facts = norwegianCaseDue("2026-11-02")
                .letters(List.of(reminder("2026-12-01", "2026-12-15")))
                .build();

        assertThat(law.verdict(HAND_OVER, facts, day("2027-01-04")))
                .isInstanceOfSatisfying(
                        Barred.class, it -> assertThat(it.why().messageKey()).isEqualTo("law.NO-F1.missing"));
    }

    @Test
    void recoversNoCostAfterAnObjection() {
        var facts = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2026-11-02"), money("NOK 10000"))
                .disputed(true)
                .build();

        for (var step : List.of(NOTICE, HAND_OVER, COMPENSATION)) {
            assertThat(law.verdict(step, facts, day("2027-01-04"))).isInstanceOf(Barred.class);
        }
        assertThat(ruleOf(law.verdict(COMPENSATION, facts, day("2027-01-04")))).isEqualTo("NO-F2");
        assertThat(law.verdict(REMINDER, facts, day("2027-01-04"))).isInstanceOf(AllowedWithoutFee.class);
    }

    @Test
    void keepsInterestCompensationAndLimitation() {
        var rates = Rates.load()
                .with(List.of(new RateRow(RateKind.LATE_COMPENSATION, day("2027-01-01"), new BigDecimal("440"))));
        var facts = CaseFacts.of(Country.NO, DebtorKind.BUSINESS, day("2027-01-04"), money("NOK 10000"))
                .build();
        var informed = new Law(rates, new BankingDays())
                .with(List.of(new PackDates("NO-2026", day("2027-01-01"), day("2027-06-30"))));

        assertThat(informed.compensation(facts, day("2027-01-05"))).contains(money("NOK 440"));
        assertThat(informed.looksTimeBarredFrom(facts)).contains(day("2030-01-04"));
    }

    private static String ruleOf(Verdict verdict) {
        return verdict.reason().orElseThrow().ruleId();
    }
}
