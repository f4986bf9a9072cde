package no.forfall.law;

import static no.forfall.law.Cases.day;
import static no.forfall.law.Cases.money;
import static no.forfall.law.Cases.norwegianCaseDue;
import static no.forfall.law.Cases.reminderWithFee;
import static no.forfall.law.Cases.swedishCaseDue;
import static no.forfall.law.LegalStep.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.forfall.law.Verdict.Barred;
import no.forfall.law.Verdict.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan of instalments may cost. Lag (1981:739) §§ 3, 4. */
class PlanFeeTest {

    private static final PaymentPlan WHOLE = new PaymentPlan(true, true, true);
    private static final LocalDate DAY = day("2026-07-15");

    private final Law law = Law.load();

    @Test
    void chargesOneHundredAndSeventyKronorForAWrittenPlanMadeWithTheDebtor() {
        var facts = swedishCaseDue("2026-06-15").build();

        assertThat(law.planFee(WHOLE, facts, DAY)).contains(money("SEK 170"));
        assertThat(law.planFee(WHOLE, swedishCaseDue("2013-02-01").build(), day("2013-03-15")))
                .as("before the amount in force was set")
                .isEmpty();
    }

    @Test
    void needsNoAgreementOnTheFeeAndStandsBesideTheFeeOfAReminder() {
        var facts = swedishCaseDue("2026-06-15")
                .feeAgreed(false)
                .letters(List.of(reminderWithFee("2026-06-16", "2026-06-24")))
                .build();

        assertThat(law.planFee(WHOLE, facts, DAY)).contains(money("SEK 170"));
    }

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
    void chargesNothingWhereAConditionIsMissing(boolean whole, boolean agreed, boolean written) {
        var facts = swedishCaseDue("2026-06-15").build();
        var plan = new PaymentPlan(whole, agreed, written);

        assertThat(law.planFee(plan, facts, DAY)).isEmpty();
        assertThat(law.verdict(PLAN, facts.with(plan), DAY)).isInstanceOf(Barred.class);
    }

    @Test
    void chargesOnceForAClaim() {
        var facts = swedishCaseDue("2026-06-15")
                .letters(List.of(new SentLetter(PLAN, day("2026-06-20"), null, false)))
                .build();

        assertThat(law.planFee(WHOLE, facts, DAY)).isEmpty();
        assertThat(keyOf(facts)).isEqualTo("law.SE-R3.once");
    }

    @Test
    void chargesNothingBesideTheCompensation() {
        var facts = swedishCaseDue("2026-06-15")
                .letters(List.of(new SentLetter(LegalStep.COMPENSATION, day("2026-06-16"), null, false)))
                .build();

        assertThat(keyOf(facts)).isEqualTo("law.SE-R3.compensation");
    }

    @Test
    void chargesNothingOnTheDueDate() {
        var facts = swedishCaseDue("2026-06-15").build();

        assertThat(law.verdict(PLAN, facts.with(WHOLE), day("2026-06-15")))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.earliest()).isEqualTo(day("2026-06-16")));
    }

    @Test
    void chargesNothingAfterAnObjectionOrForAnInvoiceThatDidNotArrive() {
        var claim = swedishCaseDue("2026-06-15");

        assertThat(law.planFee(WHOLE, claim.disputed(true).build(), DAY)).isEmpty();
        assertThat(law.planFee(WHOLE, claim.disputed(false).chargesBarred(true).build(), DAY))
                .isEmpty();
        assertThat(law.planFee(
                        WHOLE,
                        claim.chargesBarred(false).invoiceDelivered(false).build(),
                        DAY))
                .isEmpty();
    }

    @Test
    void refusesItInNorwayAndNamesTheRule() {
        var facts = norwegianCaseDue("2026-06-15").build();
        var newAct = law.with(List.of(new PackDates("NO-2026", day("2026-07-01"), day("2026-12-31"))));

        assertThat(law.planFee(WHOLE, facts, DAY)).isEmpty();
        assertThat(law.verdict(PLAN, facts.with(WHOLE), DAY))
                .isInstanceOfSatisfying(
                        Barred.class, it -> assertThat(it.why().ruleId()).isEqualTo("NO-R8"));
        assertThat(newAct.verdict(PLAN, facts.with(WHOLE), DAY))
                .isInstanceOfSatisfying(
                        Barred.class, it -> assertThat(it.why().ruleId()).isEqualTo("NO-F1"));
    }

    private String keyOf(CaseFacts facts) {
        return law.verdict(PLAN, facts.with(WHOLE), DAY).reason().orElseThrow().messageKey();
    }
}
