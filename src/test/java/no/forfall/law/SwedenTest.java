package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static no.forfall.law.Cases.notice;
import static no.forfall.law.Cases.reminderWithFee;
import static no.forfall.law.Cases.swedishCaseDue;
import static no.forfall.law.LegalStep.HAND_OVER;
import static no.forfall.law.LegalStep.NOTICE;
import static no.forfall.law.LegalStep.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forfall.law.Verdict.Allowed;
import no.forfall.law.Verdict.AllowedWithoutFee;
import no.forfall.law.Verdict.Barred;
import no.forfall.law.Verdict.Refused;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SwedenTest {

    private final Law law = Law.load();

    @Test
    void chargesSixtyKronorWhenTheFeeWasAgreed() {
        var agreed = swedishCaseDue("2026-06-15").build();

        assertThat(law.reminderFee(REMINDER, agreed, day("2026-06-16"))).contains(money("SEK 60"));
    }

    @Test
    void chargesOneReminderForAClaim() {
        var reminded = swedishCaseDue("2026-06-15")
                .letters(List.of(reminderWithFee("2026-06-16", "2026-06-24")))
                .build();

        for (var date : List.of(day("2026-06-26"), day("2027-06-26"))) {
            assertThat(law.reminderFee(NOTICE, reminded, date)).isEmpty();
        }
        assertThat(law.verdict(NOTICE, reminded, day("2026-06-26")))
                .isInstanceOfSatisfying(
                        AllowedWithoutFee.class,
                        it -> assertThat(it.why().messageKey()).isEqualTo("law.SE-R5.once"));
    }

    @Test
    void chargesNothingWithoutAnAgreement() {
        var facts = swedishCaseDue("2026-06-15").feeAgreed(false).build();

        var verdict = law.verdict(REMINDER, facts, day("2026-07-15"));

        assertThat(verdict).isInstanceOf(AllowedWithoutFee.class);
        assertThat(ruleOf(verdict)).isEqualTo("SE-R1");
        assertThat(law.reminderFee(REMINDER, facts, day("2026-07-15"))).isEmpty();
    }

    @Test
    void chargesNothingOnOrBeforeTheDueDate() {
        var facts = swedishCaseDue("2026-06-13").build();

        assertThat(law.verdict(REMINDER, facts, day("2026-06-15")))
                .isInstanceOf(AllowedWithoutFee.class)
                .hasFieldOrPropertyWithValue("feeFrom", day("2026-06-16"));
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "NOTICE", "HAND_OVER"})
    void stopsEveryDemandWhileTheClaimIsDisputed(LegalStep step) {
        var facts = swedishCaseDue("2026-06-15").disputed(true).build();

        var verdict = law.verdict(step, facts, day("2026-07-15"));

        assertThat(verdict).isInstanceOf(Barred.class);
        assertThat(ruleOf(verdict)).isEqualTo("SE-R8");
        assertThat(law.verdict(LegalStep.CONTACT, facts, day("2026-07-15"))).isInstanceOf(Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "NOTICE"})
    void asksForTheRestWithoutFeeWhileAPartIsDisputed(LegalStep step) {
        var facts = swedishCaseDue("2026-06-15")
                .disputedPart(Cases.money("SEK 4000"))
                .build();

        var verdict = law.verdict(step, facts, day("2026-07-15"));

        assertThat(verdict).isInstanceOf(AllowedWithoutFee.class);
        assertThat(ruleOf(verdict)).isEqualTo("SE-R8");
    }

    @Test
    void handsNothingOverWhileAPartIsDisputed() {
        var facts = swedishCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-08", "2026-06-16")))
                .disputedPart(Cases.money("SEK 4000"))
                .build();

        var verdict = law.verdict(HAND_OVER, facts, day("2026-07-15"));

        assertThat(verdict).isInstanceOf(Barred.class);
        assertThat(ruleOf(verdict)).isEqualTo("SE-R8");
    }

    @Test
    void barsTheFeeAfterAnObjectionThatWasRight() {
        var facts = swedishCaseDue("2026-06-15").chargesBarred(true).build();

        var verdict = law.verdict(LegalStep.REMINDER, facts, day("2026-07-15"));

        assertThat(verdict).isInstanceOf(AllowedWithoutFee.class);
        assertThat(ruleOf(verdict)).isEqualTo("SE-R5");
    }

    @Test
    void handsOverAfterANoticeWhoseReasonableTimeHasPassed() {
        var facts = swedishCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-08", "2026-06-16")))
                .build();

        assertThat(law.verdict(HAND_OVER, facts, day("2026-06-17"))).isInstanceOfSatisfying(Refused.class, it -> {
            assertThat(it.why().ruleId()).isEqualTo("SE-R12");
            assertThat(it.earliest()).isEqualTo(day("2026-06-18"));
        });
        assertThat(law.verdict(HAND_OVER, facts, day("2026-06-18"))).isInstanceOf(Allowed.class);
    }

    @Test
    void barsAHandOverThatWasNotAnnouncedOrTooShortly() {
        var reminded = swedishCaseDue("2026-06-01")
                .letters(List.of(reminderWithFee("2026-06-08", "2026-06-18")))
                .build();
        var hurried = swedishCaseDue("2026-06-01")
                .letters(List.of(notice("2026-06-08", "2026-06-15")))
                .build();

        for (var facts : List.of(reminded, hurried)) {
            var verdict = law.verdict(HAND_OVER, facts, day("2026-07-01"));
            assertThat(verdict).isInstanceOf(Barred.class);
            assertThat(verdict.reason().orElseThrow().messageKey()).isEqualTo("law.SE-R12.missing");
        }
    }

    @Test
    void asksForEightDaysInANotice() {
        assertThat(law.leastDaysToPay(REMINDER, Country.SE)).isEqualTo(8);
        assertThat(law.verdict(
                        NOTICE,
                        swedishCaseDue("2026-06-01").requestedDeadlineDays(7).build(),
                        day("2026-06-08")))
                .isInstanceOf(Barred.class);
        assertThat(law.verdict(
                        NOTICE,
                        swedishCaseDue("2026-06-01").requestedDeadlineDays(8).build(),
                        day("2026-06-08")))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void announcesAHandOverAfterTheDueDateOnly() {
        assertThat(law.verdict(NOTICE, swedishCaseDue("2026-06-13").build(), day("2026-06-15")))
                .hasFieldOrPropertyWithValue("earliest", day("2026-06-16"));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-09, 10, 2026-06-22", "2026-06-09, 5, 2026-06-17", "2026-12-14, 10, 2026-12-28"})
    void landsDeadlinesOnSwedishBankingDays(String sentOn, int days, String deadline) {
        assertThat(law.deadline(REMINDER, swedishCaseDue("2026-06-01").build(), day(sentOn), days))
                .isEqualTo(day(deadline));
    }

    @Test
    void leavesOnlyAFreeReminderForAnInvoiceThatDidNotArrive() {
        var facts = swedishCaseDue("2026-06-01").invoiceDelivered(false).build();

        assertThat(law.verdict(REMINDER, facts, day("2026-07-01"))).isInstanceOf(AllowedWithoutFee.class);
        assertThat(law.verdict(NOTICE, facts, day("2026-07-01"))).isInstanceOf(Barred.class);
    }

    @Test
    void announcesOrHandsOverNothingWhenThePrincipalIsPaid() {
        var facts = CaseFacts.of(Country.SE, DebtorKind.PRIVATE, day("2026-06-01"), money("SEK 0"))
                .letters(List.of(notice("2026-06-08", "2026-06-16")))
                .build();

        for (var step : List.of(NOTICE, HAND_OVER)) {
            assertThat(ruleOf(law.verdict(step, facts, day("2026-07-01")))).isEqualTo("SE-R9");
        }
        assertThat(law.verdict(REMINDER, facts, day("2026-07-01")).mayHappen()).isTrue();
    }

    @Test
    void looksTimeBarredAfterThreeYearsForAConsumerAndTenForOthers() {
        var consumer = swedishCaseDue("2023-05-31").build();
        var business = CaseFacts.of(Country.SE, DebtorKind.BUSINESS, day("2023-05-31"), money("SEK 1"))
                .build();

        assertThat(law.looksTimeBarredFrom(consumer)).contains(day("2026-05-31"));
        assertThat(law.looksTimeBarredFrom(business)).contains(day("2033-05-31"));
        assertThat(ruleOf(law.verdict(NOTICE, consumer, day("2026-06-01")))).isEqualTo("SE-R18");
        assertThat(law.verdict(REMINDER, consumer, day("2026-06-01"))).isInstanceOf(AllowedWithoutFee.class);
    }

    @Test
    void leavesOnlyAFreeReminderAfterTheReviewedDates() {
        var facts = swedishCaseDue("2026-11-02").build();

        assertThat(law.verdict(REMINDER, facts, day("2027-01-04"))).isInstanceOf(AllowedWithoutFee.class);
        assertThat(ruleOf(law.verdict(NOTICE, facts, day("2027-01-04")))).isEqualTo("SE-REVIEW");
    }

    @Test
    void givesCompensationFromBusinessesAndPublicBodies() {
        for (var kind : List.of(DebtorKind.BUSINESS, DebtorKind.PUBLIC)) {
            var facts = CaseFacts.of(Country.SE, kind, day("2026-06-15"), money("SEK 10000"))
                    .build();
            assertThat(law.compensation(facts, day("2026-06-16"))).contains(money("SEK 450"));
        }
        assertThat(law.compensation(swedishCaseDue("2026-06-15").build(), day("2026-06-16")))
                .isEmpty();
    }

    private static String ruleOf(Verdict verdict) {
        return verdict.reason().orElseThrow().ruleId();
    }
}
