package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.LetterType;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.DisputeState;
import no.forfall.disputes.Disputes;
import no.forfall.disputes.NothingAsked;
import no.forfall.engine.InvalidForm;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim that is disputed after the reminder with fee, and what each decision does to the ladder. */
@ProcessTest
class DisputedInvoiceTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    CaseNumber number;

    @BeforeEach
    void theDebtorObjectsToTheReminderWithFee() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        disputes.raise(number, DisputeReason.FAULTY, "It leaks", "kari");
    }

    @Test
    void asksAHandlerWithinFiveBankingDaysAndWritesNothingMeanwhile() {
        var due = ladder.task(number, "assessDispute").due();
        assertThat(due).isNotNull();
        assertThat(LocalDate.ofInstant(due, ZoneId.of("Europe/Oslo"))).isEqualTo("2026-04-14");
        ladder.house.goTo("2026-06-30");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "assessDispute", "hurryDispute");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FEE_REMINDER, LetterType.DISPUTE_RECEIVED);
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
    }

    @Test
    void closesTheCaseAsCreditedWhenTheDebtorIsRight() {
        decide(Map.of("outcome", "UPHELD", "comment", "It does leak"));
        ladder.assertClosed(number, ClosingReason.CREDITED);
        assertThat(ladder.ends(number)).contains("claimCredited");
        answered();
        assertThat(ladder.balance(number).toPay().isZero()).isTrue();
        ladder.house.goTo("2026-09-30");
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
    }

    @Test
    void asksForTheRestWithoutTheOldFeeWhenTheDebtorIsRightInPart() {
        decide(Map.of("outcome", "PARTLY", "creditAmount", 250, "comment", "One of four leaks"));
        assertThat(ladder.ends(number)).containsExactly("restStands");
        answered();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.balance(number).principal()).hasToString("NOK 750.00");
        assertThat(ladder.balance(number).fee().isZero()).isTrue();
        ladder.goUntil(number, "waitForNoticeDeadline");
        Letter notice = ladder.lastDemand(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.principal()).hasToString("NOK 750.00");
        assertThat(notice.fee()).isEqualTo(notice.newFee());
    }

    @Test
    void goesOnWhereItStoodWhenTheClaimStands() {
        ladder.house.goTo("2026-04-17");
        decide(Map.of("outcome", "REJECTED", "comment", "It was the hose"));
        assertThat(ladder.ends(number)).containsExactly("claimStands");
        answered();
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.balance(number).fee()).hasToString("NOK 38.00");
        ladder.house.goTo("2026-04-24");
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
        ladder.goUntil(number, "waitForNoticeDeadline");
        // sixteen April is when the notice was due; ten days went by meanwhile
        assertThat(ladder.lastDemand(number).dated()).isEqualTo("2026-04-27");
    }

    @Test
    void keepsThePrincipalAndDropsTheChargesWhenThereWasReasonToHaveItTried() {
        decide(Map.of("outcome", "REJECTED_WAIVED", "comment", "It was the hose, but who could know"));
        assertThat(ladder.ends(number)).containsExactly("principalStands");
        answered();
        assertThat(ladder.balance(number).principal()).hasToString("NOK 1000.00");
        assertThat(ladder.balance(number).fee().isZero()).isTrue();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        ladder.goUntil(number, "waitForNoticeDeadline");
        assertThat(ladder.lastDemand(number).newFee()).hasToString("NOK 38.00");
    }

    @Test
    void beginsAnewFromTheDueDateOfACorrectedInvoice() {
        decide(Map.of(
                "outcome",
                "CORRECTED",
                "correctionAmount",
                100,
                "newDueDate",
                "2026-05-04",
                "comment",
                "The wrong price"));
        assertThat(ladder.ends(number)).contains("dueAnew");
        answered();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number)).containsExactly("waitBeforeDue");
        Invoice invoice = receivables.invoice(cases.get(number).invoiceId());
        assertThat(invoice.dueOn()).isEqualTo("2026-05-04");
        assertThat(invoice.firstDueOn()).isEqualTo("2026-03-16");
        assertThat(ladder.balance(number).toPay()).hasToString("NOK 900.00");
        ladder.goUntil(number, "waitForReminderDeadline");
        Letter reminder = ladder.lastDemand(number);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.dated()).isAfterOrEqualTo("2026-05-18");
        assertThat(reminder.principal()).hasToString("NOK 900.00");
        assertThat(reminder.newFee()).hasToString("NOK 38.00");
    }

    @Test
    void takesNoDueDateThatHasPassedAndNoCorrectionOfEverything() {
        Map<String, Object> past = Map.of(
                "outcome",
                "CORRECTED",
                "correctionAmount",
                0,
                "newDueDate",
                "2026-04-07",
                "comment",
                "The wrong price");
        assertThatThrownBy(() -> decide(past))
                .isInstanceOfSatisfying(InvalidForm.class, refused -> assertThat(refused.faults())
                        .containsExactly(Map.entry("newDueDate", "form.later")));
        Map<String, Object> all = Map.of(
                "outcome",
                "CORRECTED",
                "correctionAmount",
                1000,
                "newDueDate",
                "2026-05-04",
                "comment",
                "The wrong price");
        assertThatThrownBy(() -> decide(all))
                .isInstanceOfSatisfying(InvalidForm.class, refused -> assertThat(refused.faults())
                        .containsExactly(Map.entry("correctionAmount", "form.limits")));
        assertThat(ladder.balance(number).toPay()).hasToString("NOK 1042.60");
    }

    @Test
    void asksTheDebtorAndAssessesItWithTheAnswer() {
        decide(Map.of("outcome", "ASK", "question", "Where does it leak?"));
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.DISPUTE_QUESTION);
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "waitForAnswer");
        disputes.answer(number, "At the tap");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "assessDispute");
        assertThat(disputes.open(number).orElseThrow().question().answer()).isEqualTo("At the tap");
        assertThat(ladder.journal(number)).contains("DisputeAsked", "DisputeAnswered");
        assertThatThrownBy(() -> disputes.answer(number, "Again")).isInstanceOf(NothingAsked.class);
        decide(Map.of("outcome", "REJECTED", "comment", "The tap is not ours"));
        assertThat(ladder.ends(number)).containsExactly("claimStands");
    }

    @Test
    void assessesItWithoutAnAnswerWhenNoneCameInTime() {
        decide(Map.of("outcome", "ASK", "question", "Where does it leak?"));
        // ten banking days to answer and one for the post
        ladder.goUntil(number, "assessDispute");
        assertThat(ladder.house.today()).isEqualTo("2026-04-22");
    }

    @Test
    void putsNoThreatIntoAQuestion() {
        Map<String, Object> threat =
                Map.of("outcome", "ASK", "question", "Answer, or we report you to the police. Where does it leak?");
        assertThatThrownBy(() -> decide(threat))
                .isInstanceOfSatisfying(InvalidForm.class, refused -> assertThat(refused.faults())
                        .containsExactly(Map.entry("question", "form.words")));
        assertThat(ladder.standsAt(number)).contains("assessDispute");
    }

    @Test
    void tellsAManagerWhenOurAnswerIsLate() {
        ladder.goUntil(number, "hurryDispute");
        assertThat(ladder.house.today()).isEqualTo("2026-04-15");
        assertThat(ladder.task(number, "hurryDispute").team()).isEqualTo("manager");
        ladder.complete(number, "hurryDispute", Map.of("note", "The boatyard answers today"));
        assertThat(ladder.ends(number)).containsExactly("seenTo");
        decide(Map.of("outcome", "REJECTED", "comment", "It was the hose"));
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
    }

    @Test
    void asksNoManagerAnyMoreWhenItIsDecidedAfterAll() {
        ladder.goUntil(number, "hurryDispute");
        decide(Map.of("outcome", "REJECTED", "comment", "It was the hose"));
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
    }

    @Test
    void lapsesWhenTheDebtorPaysAfterAll() {
        ladder.pays(number, "NOK 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(disputes.of(number)).extracting(Dispute::state).containsExactly(DisputeState.LAPSED);
    }

    @Test
    void staysHeldAfterAPartPaymentUntilSomebodyDecides() {
        ladder.pays(number, "NOK 500.00");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "assessDispute");
    }

    private void decide(Map<String, Object> values) {
        ladder.complete(number, "assessDispute", values);
    }

    private void answered() {
        Letter answer = ladder.lastLetter(number);
        assertThat(answer.type()).isEqualTo(LetterType.DISPUTE_DECIDED);
        assertThat(answer.state()).isEqualTo(LetterState.SENT);
    }
}
