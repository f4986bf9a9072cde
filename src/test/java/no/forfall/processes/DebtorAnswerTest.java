package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forfall.arrangements.AnswerOpen;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.arrangements.Instalment;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.EvidenceContributor;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.engine.InvalidForm;
import no.forfall.identity.CurrentPerson;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim of 1000 with a fee of 38, whose debtor answers on Tuesday 7 April 2026. */
@ProcessTest
class DebtorAnswerTest {

    @Autowired
    Ladder ladder;

    @Autowired
    DebtorAnswers answers;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Cases cases;

    @Autowired
    Receivables receivables;

    @Autowired
    Journal journal;

    @Autowired
    ReturnedLetters returned;

    @Autowired
    List<EvidenceContributor> evidence;

    CaseNumber number;

    @BeforeEach
    void theReminderWithFeeHasLeft() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
    }

    private void says(Runnable answer) {
        CurrentPerson.debtor(() -> {
            answer.run();
            return true;
        });
        ladder.house.settle();
    }

    private ArrangementState state() {
        List<Arrangement> all = arrangements.of(number);
        return all.get(all.size() - 1).state();
    }

    @Test
    void aPaymentThatTheDebtorSaysIsMadeIsWaitedForFiveBankingDaysAndThenLookedFor() {
        says(() -> answers.paid(number, LocalDate.parse("2026-04-01")));
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(cases.get(number).holdReason()).isEqualTo("SAYS_PAID");
        JournalEntry said = journal.of(number, Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.kind().equals("DebtorSaidPaid"))
                .findFirst()
                .orElseThrow();
        assertThat(said.actor()).isEqualTo("debtor");
        assertThat(said.facts()).containsEntry("paidOn", "2026-04-01");
        ladder.house.goTo("2026-04-13");
        assertThat(ladder.standsAt(number)).contains("waitForPayment");
        ladder.house.goTo("2026-04-14");
        assertThat(Ladder.day(ladder.task(number, "lookForPayment").due())).isEqualTo("2026-04-16");

        ladder.complete(number, "lookForPayment", Map.of("outcome", "FOUND"));
        assertThat(ladder.standsAt(number)).contains("waitForPayment");
        ladder.pays(number, "NOK 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(answers.open(number)).isEmpty();
    }

    @Test
    void aPaymentThatNobodyFindsLetsTheCaseGoOnWhereItStood() {
        says(() -> answers.paid(number, null));
        ladder.goUntil(number, "lookForPayment");
        ladder.complete(number, "lookForPayment", Map.of("outcome", "ASK_AGAIN"));
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline");
        assertThat(ladder.ends(number)).containsExactly("debtorAskedAgain");
        assertThat(answers.open(number)).isEmpty();
        ladder.goUntil(number, "waitForNoticeDeadline");
    }

    @Test
    void aPromiseThatIsKeptADayLateIsKept() {
        says(() -> answers.promise(number, LocalDate.parse("2026-04-18")));
        assertThat(cases.get(number).holdReason()).isEqualTo("ARRANGEMENT");
        Arrangement promise = arrangements.live(number).orElseThrow();
        assertThat(promise.madeBy()).isEqualTo("debtor");
        assertThat(promise.firstOn()).as("moved from Saturday").isEqualTo("2026-04-20");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.PROMISE_CONFIRMATION);
        assertThat(ladder.lastLetter(number).state())
                .as("although the case is held")
                .isEqualTo(LetterState.SENT);
        ladder.house.goTo("2026-04-21");
        ladder.pays(number, ladder.balance(number).toPay().toString());
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(state()).isEqualTo(ArrangementState.KEPT);
        assertThat(ladder.journal(number))
                .contains("PromiseMade", "ArrangementKept")
                .doesNotContain("ArrangementBroken");
    }

    @Test
    void whoHasAnsweredAndPaysIsThanked() {
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        ladder.pays(number, "NOK 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(ladder.ends(number)).contains("thanked");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.THANK_YOU);
        assertThat(ladder.lastLetter(number).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void aCaseThatIsWithdrawnEndsTheAnswerWithoutAWord() {
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        cases.close(number, ClosingReason.WITHDRAWN);
        ladder.house.settle();
        ladder.assertClosed(number, ClosingReason.WITHDRAWN);
        assertThat(ladder.ends(number)).contains("closedOtherwise");
        assertThat(ladder.letterTypes(number)).doesNotContain(LetterType.THANK_YOU);
    }

    @Test
    void aBrokenPromiseLetsTheCaseGoOnAndAsksForACall() {
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        ladder.house.goTo("2026-04-22");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "waitForPromisedDay");
        int letters = ladder.letters(number).size();
        ladder.house.goTo("2026-04-23");
        assertThat(state()).isEqualTo(ArrangementState.BROKEN);
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.standsAt(number))
                .as("the reminder's own deadline has passed meanwhile")
                .containsExactlyInAnyOrder("waitForNoticeDeadline", "callAboutPromise", "callDebtor");
        assertThat(ladder.letters(number)).hasSize(letters + 1);
        assertThat(ladder.lastDemand(number).type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(ladder.journal(number)).containsOnlyOnce("ArrangementBroken");
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED"));
        assertThat(ladder.ends(number)).containsExactly("reached", "promiseBroken");
        assertThat(evidence.stream().flatMap(room -> room.arrangements(number).stream()))
                .extracting(EvidenceContributor.Arrangement::outcome)
                .containsExactly("BROKEN");
    }

    @Test
    void aPromiseIsKeptByWhatWasPromisedAlsoWhenTheClaimHasGrownMeanwhile() {
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        Arrangement promise = arrangements.live(number).orElseThrow();
        charge("NOK 50.00");
        ladder.pays(number, promise.total().toString());
        ladder.goUntil(number, "waitForReminderDeadline");
        ladder.house.goTo("2026-04-23");
        assertThat(state()).isEqualTo(ArrangementState.KEPT);
        assertThat(ladder.ends(number)).containsExactly("promiseKept");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    private void charge(String amount) {
        receivables.charge(
                cases.get(number).invoiceId(), Part.COSTS, Money.parse(amount), ladder.house.today(), "test:" + number);
    }

    @Test
    void takesNoPromiseForAPastDayOrLaterThanThirtyDays() {
        for (String day : List.of("2026-04-06", "2026-05-08")) {
            assertThatThrownBy(() -> answers.promise(number, LocalDate.parse(day)))
                    .isInstanceOfSatisfying(InvalidForm.class, fault -> assertThat(fault.faults())
                            .containsKey("day"));
        }
        assertThat(answers.open(number)).isEmpty();
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        says(() -> answers.promise(number, LocalDate.parse("2026-05-07")));
        assertThat(ladder.state(number)).isEqualTo("HELD");
    }

    @Test
    void aPlanOfThreeInstalmentsThatIsFollowedIsKept() {
        wishesPlan();
        agree("AGREED");
        List<Instalment> parts = arrangements.live(number).orElseThrow().instalments();
        assertThat(parts)
                .extracting(Instalment::dueOn)
                .extracting(LocalDate::toString)
                .containsExactly("2026-04-20", "2026-05-20", "2026-06-22");
        assertThat(arrangements.live(number).orElseThrow().total())
                .isEqualTo(ladder.balance(number).toPay());
        assertThat(parts.get(0).amount()).isEqualTo(parts.get(1).amount());
        for (Instalment part : parts.subList(0, 2)) {
            ladder.house.goTo(part.dueOn().plusDays(1).toString());
            ladder.pays(number, part.amount().toString());
        }
        ladder.house.goTo("2026-06-10");
        assertThat(ladder.standsAt(number)).containsExactly("waitForReminderDeadline", "waitForInstalment");
        ladder.house.goTo("2026-06-22");
        charge("NOK 10.00");
        ladder.pays(number, parts.get(2).amount().toString());
        ladder.goUntil(number, "waitForReminderDeadline");
        ladder.house.goTo("2026-06-25");
        assertThat(state()).isEqualTo(ArrangementState.KEPT);
        assertThat(ladder.ends(number)).containsExactly("planKept");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void aMissedInstalmentBreaksThePlanAndTheCaseGoesOn() {
        wishesPlan();
        agree("AGREED");
        Instalment first = arrangements.live(number).orElseThrow().instalments().get(0);
        ladder.pays(number, first.amount().toString());
        ladder.house.goTo("2026-05-25");
        assertThat(state()).isEqualTo(ArrangementState.OPEN);
        ladder.house.goTo("2026-05-26");
        assertThat(state()).isEqualTo(ArrangementState.BROKEN);
        assertThat(ladder.standsAt(number)).contains("callAboutPlan", "callDebtor");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void aProposedPlanCountsWhenTheDebtorSaysYes() {
        wishesPlan();
        agree("PROPOSED");
        assertThat(state()).isEqualTo(ArrangementState.PROPOSED);
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.PLAN_PROPOSAL);
        assertThat(evidence.stream().flatMap(room -> room.arrangements(number).stream()))
                .extracting(EvidenceContributor.Arrangement::proposed)
                .containsExactly(true);
        says(() -> assertThat(answers.accept(number)).isTrue());
        assertThat(state()).isEqualTo(ArrangementState.OPEN);
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.PLAN_CONFIRMATION);
        assertThat(ladder.standsAt(number)).contains("waitForInstalment");
        assertThat(answers.accept(number)).as("a second yes").isFalse();
    }

    @Test
    void aProposedPlanLapsesWithoutAYes() {
        wishesPlan();
        agree("PROPOSED");
        ladder.house.goTo("2026-04-20");
        assertThat(state()).isEqualTo(ArrangementState.PROPOSED);
        ladder.house.goTo("2026-04-21");
        assertThat(state()).isEqualTo(ArrangementState.LAPSED);
        assertThat(ladder.ends(number)).containsExactly("planNotAccepted");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void aPlanThatIsDeclinedLetsTheCaseGoOn() {
        wishesPlan();
        agree("DECLINED");
        assertThat(arrangements.of(number)).isEmpty();
        assertThat(ladder.ends(number)).containsExactly("planDeclined");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void takesNoPlanOfThirteenInstalments() {
        wishesPlan();
        assertThatThrownBy(() -> ladder.complete(
                        number, "agreePlan", Map.of("outcome", "AGREED", "instalments", 13, "firstOn", "2026-04-20")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsKey("instalments"));
        assertThat(ladder.standsAt(number)).contains("agreePlan");
    }

    @Test
    void oneAnswerAtATimeAndNoneOnAClosedCase() {
        wishesPlan();
        assertThatThrownBy(() -> answers.paid(number, null)).isInstanceOf(AnswerOpen.class);
        ladder.pays(number, "NOK 5000.00");
        assertThatThrownBy(() -> answers.paid(number, null)).isInstanceOf(CaseNotOpen.class);
    }

    @Test
    void aCaseThatIsResumedTooSoonWaitsForTheAnswer() {
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        cases.resume(number);
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(cases.get(number).holdReason()).isEqualTo("ARRANGEMENT");
    }

    @Test
    void aCaseThatWaitsForAnAnswerAndForContactDataStaysHeldByOneOfThem() {
        returned.tell(ladder.lastDemand(number).id(), LetterReturn.Way.BOUNCED, "5.1.1 no such user", "kari");
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        cases.resume(number);
        assertThat(ladder.state(number)).isEqualTo("HELD");
    }

    @Test
    void aCaseThatIsHeldForAnotherReasonStaysHeldWhenThePromiseIsBroken() {
        cases.hold(number, "on holiday", null);
        says(() -> answers.promise(number, LocalDate.parse("2026-04-20")));
        ladder.house.goTo("2026-04-23");
        assertThat(state()).isEqualTo(ArrangementState.BROKEN);
        assertThat(ladder.state(number)).isEqualTo("HELD");
        assertThat(cases.get(number).holdReason()).isEqualTo("on holiday");
    }

    private void wishesPlan() {
        says(() -> answers.plan(number, 3, LocalDate.parse("2026-04-20")));
        assertThat(cases.get(number).holdReason()).isEqualTo("ARRANGEMENT");
        assertThat(Ladder.day(ladder.task(number, "agreePlan").due())).isEqualTo("2026-04-09");
    }

    private void agree(String outcome) {
        ladder.complete(number, "agreePlan", Map.of("outcome", outcome, "instalments", 3, "firstOn", "2026-04-20"));
    }
}
