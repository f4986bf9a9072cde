package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.correspondence.LetterType;
import no.forfall.engine.InvalidForm;
import no.forfall.shared.CaseNumber;
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
    void writesAtOnceWhenTheNumberIsWrong() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "WRONG_NUMBER"));
        assertThat(ladder.letters(number)).extracting("type").containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void waitsForAPromiseAndThreeBankingDays() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "waitForPromise");
        ladder.house.goTo("2026-03-31");
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "waitForPromise");
        ladder.house.goTo("2026-04-01");
        assertThat(ladder.standsAt(number)).doesNotContain("waitForPromise");
    }

    @Test
    void endsWhenThePromiseIsKept() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        ladder.pays(number, "NOK 1000.00");
        assertThat(ladder.state(number)).isEqualTo("PAID");
        assertThat(ladder.standsAt(number)).isEmpty();
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
    void goesOnWithTheLadderWhenThePromiseIsBroken() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        ladder.house.goTo("2026-04-01");
        assertThat(ladder.ends(number)).containsExactly("promiseBroken");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FEE_REMINDER);
        assertThat(ladder.lastLetter(number).dated()).isEqualTo("2026-04-01");
    }

    @Test
    void waitsForTheRestOfAPromiseAndThenAsksForTheRest() {
        ladder.complete(number, "callDebtor", Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"));
        ladder.pays(number, "NOK 400.00");
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "waitForPromise");
        ladder.house.goTo("2026-04-01");
        assertThat(ladder.lastLetter(number).principal()).hasToString("NOK 600.00");
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
