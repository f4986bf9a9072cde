package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Urgency;
import no.forfall.cases.UrgencyContributor;
import no.forfall.correspondence.LetterType;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InvalidForm;
import no.forfall.law.DebtorKind;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The call to a debtor, its outcomes and where each leads. */
@ProcessTest
class PhoneFollowUpTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Cases cases;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Disputes disputes;

    @Autowired
    List<UrgencyContributor> urgent;

    CaseNumber number;

    @BeforeEach
    void aNewCustomerIsCalledFirst() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoiceToNewCustomer("2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
    }

    @Test
    void goesOnWithTheLadderWhenTheDebtorWasReached() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT"));
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
        assertThat(ladder.letters(number)).isEmpty();
    }

    @Test
    void callsThreeTimesOnDifferentBankingDaysAndThenWrites() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "waitForNextCall");
        ladder.house.goTo("2026-03-18");
        ladder.complete(number, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        ladder.house.goTo("2026-03-19");
        ladder.complete(number, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
        assertThat(ladder.letters(number)).extracting("type").containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void nobodyWasSpokenWithInACallThatNobodyAnswered() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        assertThat(isReached()).isFalse();
        ladder.house.goTo("2026-03-18");
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT"));
        assertThat(isReached()).isTrue();
    }

    private boolean isReached() {
        Map<CaseNumber, Urgency> urgency = Map.of(number, new Urgency());
        urgent.forEach(room -> room.contribute(urgency));
        return urgency.get(number).isReached();
    }

    @Test
    void writesAtOnceWhenTheNumberIsWrong() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "WRONG_NUMBER"));
        assertThat(ladder.letters(number)).extracting("type").containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void aPromiseOnThePhoneHoldsTheLadderAndIsConfirmed() {
        promises(Map.of());
        assertThat(ladder.ends(number)).containsExactly("answered");
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder", "waitForPromisedDay");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.PROMISE_CONFIRMATION);
        assertThat(arrangements.live(number).orElseThrow().total())
                .isEqualTo(ladder.balance(number).toPay());
        ladder.house.goTo("2026-03-31");
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder", "waitForPromisedDay");
    }

    private void promises(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        values.putAll(more);
        ladder.complete(number, "callDebtor", values);
    }

    @Test
    void aPromiseThatIsKeptOneDayLateEndsTheCase() {
        promises(Map.of());
        ladder.house.goTo("2026-03-30");
        ladder.pays(number, "NOK 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(ladder.journal(number)).contains("ArrangementKept").doesNotContain("ArrangementBroken");
    }

    @Test
    void aBrokenPromiseIsFollowedByTheLetterThatWasDueMeanwhileAndByACall() {
        promises(Map.of());
        ladder.house.goTo("2026-04-01");
        assertThat(arrangements.of(number)).extracting(Arrangement::state).containsExactly(ArrangementState.BROKEN);
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number))
                .containsExactlyInAnyOrder("waitForReminderDeadline", "callAboutPromise", "callDebtor");
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(ladder.lastDemand(number).dated()).isEqualTo("2026-04-01");
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED"));
        assertThat(ladder.ends(number)).containsExactly("answered", "reached", "promiseBroken");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
    }

    @Test
    void theRestOfAPromiseIsAskedForWhenItIsBroken() {
        promises(Map.of());
        ladder.pays(number, "NOK 400.00");
        assertThat(ladder.standsAt(number)).contains("waitForPromisedDay");
        ladder.house.goTo("2026-04-01");
        assertThat(ladder.lastDemand(number).principal()).hasToString("NOK 600.00");
    }

    @Test
    void aPartThatWasPromisedAndPaidIsAPromiseKeptAndTheRestGoesOn() {
        promises(Map.of("promiseAmount", "400.00"));
        assertThat(arrangements.live(number).orElseThrow().total()).hasToString("NOK 400.00");
        ladder.pays(number, "NOK 400.00");
        ladder.house.goTo("2026-04-01");
        assertThat(ladder.ends(number)).containsExactly("answered", "promiseKept");
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(ladder.lastDemand(number).principal()).hasToString("NOK 600.00");
    }

    @Test
    void onePromiseHoldsAllOpenCasesOfTheDebtor() {
        Ladder.Customer customer =
                new Ladder.Customer("Nordlys", Country.NO, Ladder.someone(), DebtorKind.BUSINESS, Relation.NEW);
        number = ladder.invoice(customer, "2026-03-16", 1000, false);
        CaseNumber other = ladder.invoice(customer, "2026-03-13", 500, false);
        promises(Map.of("promiseAll", true));
        for (CaseNumber each : List.of(number, other)) {
            assertThat(ladder.state(each)).isEqualTo("HELD");
            assertThat(arrangements.live(each).orElseThrow().firstOn()).isEqualTo("2026-03-27");
        }
        assertThatThrownBy(() -> ladder.complete(other, "callDebtor", Map.of("outcome", "REACHED")))
                .isInstanceOf(CaseNotOpen.class);
    }

    @Test
    void namesTheFieldOfTheFormWhenAPromiseIsTooLateOrTooMuch() {
        assertThatThrownBy(() -> promises(Map.of("promiseDate", "2026-05-27")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("promiseDate"));
        assertThatThrownBy(() -> promises(Map.of("promiseAmount", "1200.00")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("promiseAmount"));
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
        assertThat(arrangements.of(number)).isEmpty();
    }

    @Test
    void aPlanThatIsAgreedOnThePhoneIsMadeAndConfirmed() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "PLAN", "instalments", 3, "firstOn", "2026-03-27"));
        assertThat(arrangements.live(number).orElseThrow().instalments()).hasSize(3);
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.PLAN_CONFIRMATION);
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder", "waitForInstalment");
        ladder.house.goTo("2026-04-01");
        assertThat(ladder.standsAt(number)).contains("callAboutPlan", "callDebtor");
        ladder.complete(number, "callDebtor", Map.of("outcome", "WILL_NOT_PAY"));
        assertThat(ladder.ends(number)).containsExactly("answered", "refused", "planBroken");
    }

    @Test
    void refusesAPlanWhoseFirstInstalmentIsTooFarAhead() {
        assertThatThrownBy(() -> ladder.complete(
                        number, "callDebtor", Map.of("outcome", "PLAN", "instalments", 3, "firstOn", "2026-06-27")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("firstOn"));
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
    }

    @Test
    void aPaymentThatTheDebtorTellsOfIsWaitedForAndThenLookedFor() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "SAYS_PAID"));
        assertThat(cases.get(number).holdReason()).isEqualTo("SAYS_PAID");
        ladder.goUntil(number, "lookForPayment");
        assertThat(ladder.house.today()).isEqualTo("2026-03-24");
    }

    @Test
    void refusesAPaymentInTheFuture() {
        assertThatThrownBy(() ->
                        ladder.complete(number, "callDebtor", Map.of("outcome", "SAYS_PAID", "paidOn", "2026-03-18")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("paidOn"));
    }

    @Test
    void aPartThatIsDisputedOnThePhoneLetsTheRestGoOn() {
        ladder.complete(
                number,
                "callDebtor",
                Map.of("outcome", "DISPUTE", "disputeReason", "FAULTY", "disputeAmount", "400.00", "note", "It leaks"));
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        Dispute raised = disputes.open(number).orElseThrow();
        assertThat(raised.part()).hasToString("NOK 400.00");
        assertThat(raised.text()).isEqualTo("It leaks");
    }

    @Test
    void refusesToDisputeMoreThanIsOpen() {
        assertThatThrownBy(() -> ladder.complete(
                        number,
                        "callDebtor",
                        Map.of("outcome", "DISPUTE", "disputeReason", "FAULTY", "disputeAmount", "1400.00")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("disputeAmount"));
        assertThat(disputes.of(number)).isEmpty();
    }

    @Test
    void callsBackAtTheAgreedTime() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-19T13:15"));
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "waitForAgreedTime");
        ladder.goUntil(number, "callDebtor");
        assertThat(ladder.task(number, "callDebtor").openedAt())
                .isBetween("2026-03-19T12:15:00Z", "2026-03-19T12:16:00Z");
    }

    @Test
    void callsBackOnTheNextBankingDayWhenTheAgreedDayIsNone() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-21T13:15+01:00"));
        ladder.goUntil(number, "callDebtor");
        assertThat(ladder.house.today()).isEqualTo("2026-03-23");
    }

    @Test
    void refusesACallBackWithoutATime() {
        assertThatThrownBy(() -> ladder.complete(
                        number, "callDebtor", Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-19")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("callBackAt"));
    }

    @Test
    void goesOnWithTheLadderWhenTheDebtorWillNotPay() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "WILL_NOT_PAY"));
        assertThat(ladder.ends(number)).containsExactly("refused");
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
    }

    @Test
    void anOutburstIsLookedAtByAManagerAndCooledBeforeTheNextCall() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "UPSET", "note", "He shouted."));
        assertThat(ladder.task(number, "talkItOver").team()).isEqualTo("manager");
        ladder.answer(number, "talkItOver", "manager", Map.of("outcome", "CALL_AGAIN"));
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "letItCool");
        ladder.goUntil(number, "callDebtor");
        assertThat(ladder.house.today()).isEqualTo("2026-03-24");
    }

    @Test
    void writesInsteadWhenAManagerSaysSo() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "UPSET"));
        ladder.answer(number, "talkItOver", "manager", Map.of("outcome", "WRITE", "note", "Enough for now."));
        ladder.house.settle();
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void holdsTheLadderWhileADisputeIsOpenAndGoesOnWhenItIsRejected() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "DISPUTE", "disputeReason", "FAULTY"));
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(ladder.standsAt(number)).contains("assessDispute");
        ladder.house.goTo("2026-04-20");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.DISPUTE_RECEIVED);
        ladder.complete(number, "assessDispute", Map.of("outcome", "REJECTED", "comment", "Nothing was wrong"));
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
    }

    @Test
    void writesNothingToADebtorWhoAnswersTheSecondCall() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        ladder.goUntil(number, "callDebtor");
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT"));
        assertThat(ladder.ends(number)).containsExactly("reached");
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
        assertThat(ladder.letters(number)).isEmpty();
    }

    @Test
    void callsAgainAfterEasterWhenNobodyAnswersBefore() {
        ladder.house.itIs("2026-04-01");
        CaseNumber late = ladder.invoiceToNewCustomer("2026-03-31");
        ladder.complete(late, "callDebtor", Map.of("outcome", "NO_ANSWER"));
        ladder.goUntil(late, "callDebtor");
        assertThat(ladder.house.today()).isEqualTo("2026-04-07");
    }

    @Test
    void asksForNoCallWhileTheCaseIsHeld() {
        cases.hold(number, "The debtor is in hospital", null);
        assertThatThrownBy(() -> ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED")))
                .isInstanceOf(CaseNotOpen.class);
        cases.resume(number);
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT"));
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
    }

    @Test
    void closesTheCaseWhenTheDebtorObjectsOnThePhoneAndIsRight() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "DISPUTE", "disputeReason", "NOT_MINE"));
        ladder.complete(number, "assessDispute", Map.of("outcome", "UPHELD", "comment", "Another Fjell AS"));
        ladder.assertClosed(number, ClosingReason.CREDITED);
        assertThat(ladder.ends(number)).contains("disputed", "claimCredited");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.DISPUTE_RECEIVED, LetterType.DISPUTE_DECIDED);
    }

    @Test
    void refusesAPromiseWithoutADate() {
        assertThatThrownBy(() -> ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE")))
                .isInstanceOf(InvalidForm.class);
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
    }
}
