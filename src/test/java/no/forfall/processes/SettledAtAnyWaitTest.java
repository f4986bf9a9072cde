package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.agency.AgencyAnswers;
import no.forfall.agency.Handover;
import no.forfall.agency.HandoverState;
import no.forfall.agency.Handovers;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.DebtorEvents;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterReturn;
import no.forfall.correspondence.LetterState;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.engine.Activity;
import no.forfall.engine.OutsideActivity;
import no.forfall.receivables.DebtorStanding;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that settles a claim ends its case from wherever it stands in any diagram; a wait that is new there is asked for here. */
@ProcessTest
class SettledAtAnyWaitTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Handovers handovers;

    @Autowired
    AgencyAnswers agency;

    @Autowired
    Disputes disputes;

    @Autowired
    ReturnedLetters returned;

    @Autowired
    DebtorAnswers answers;

    @Autowired
    DebtorEvents debtorEvents;

    @Autowired
    Cases cases;

    @Autowired
    List<OutsideActivity<?>> outside;

    @TestFactory
    Stream<DynamicTest> aPaymentEndsTheCaseAtOnce() {
        return HouseFiles.waits(outside.stream().map(Activity::name).collect(Collectors.toSet())).stream()
                .map(wait -> DynamicTest.dynamicTest(wait, () -> endsAt(wait)));
    }

    private void endsAt(String wait) {
        CaseNumber number = caseAt(wait);
        assertThat(ladder.standsAt(number)).as("a case that waits at %s", wait).contains(wait.split("/")[1]);
        long sent = demandsSent(number);

        ladder.pays(number, ladder.balance(number).principal().getCurrencyUnit() + " 5000.00");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(handovers.of(number)).extracting(Handover::state).noneMatch(HandoverState::isLive);

        ladder.house.goTo("2026-12-30");
        ladder.assertClosed(number, ClosingReason.PAID);
        assertThat(demandsSent(number)).isEqualTo(sent);
    }

    private long demandsSent(CaseNumber number) {
        return ladder.letters(number).stream()
                .filter(letter -> letter.type().demands())
                .map(Letter::state)
                .filter(LetterState.SENT::equals)
                .count();
    }

    private CaseNumber caseAt(String wait) {
        String element = wait.split("/")[1];
        return switch (wait) {
            case "overdue-invoice/waitBeforeDue",
                    "overdue-invoice/sendPreDueReminder",
                    "overdue-invoice/waitPastDue",
                    "overdue-invoice/sendFriendlyReminder",
                    "overdue-invoice/waitForFeeReminder",
                    "overdue-invoice/sendFeeReminder",
                    "overdue-invoice/waitForReminderDeadline",
                    "overdue-invoice/sendCollectionNotice",
                    "overdue-invoice/waitForNoticeDeadline",
                    "overdue-invoice/decideHandOver" -> following(Country.NO, "2026-03-16", element);
            case "overdue-invoice/waitForReminderSweden",
                    "overdue-invoice/sendReminderSweden",
                    "overdue-invoice/waitForReminderDeadlineSweden",
                    "overdue-invoice/sendSecondReminderSweden" -> following(Country.SE, "2026-03-16", element);
            case "overdue-invoice/assessTimeBarred" -> following(Country.NO, "2022-06-15", element);
            case "overdue-invoice/waitKept" -> decided("KEEP");
            case "phone-follow-up/callDebtor" -> toBeCalled();
            case "phone-follow-up/waitForNextCall" -> called(Map.of("outcome", "NO_ANSWER"));
            case "phone-follow-up/waitForAgreedTime" ->
                called(Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-19T10:00"));
            case "phone-follow-up/talkItOver" -> called(Map.of("outcome", "UPSET"));
            case "phone-follow-up/letItCool" -> upset();
            case "dispute/assessDispute" -> disputed();
            case "dispute/hurryDispute" -> lateDispute();
            case "dispute/waitForAnswer" -> asked();
            case "returned-letter/fixContactData" -> returned();
            case "returned-letter/sendAgain" -> sentAgain();
            case "debtor-insolvent/fileClaim" -> happened(DebtorStanding.INSOLVENT);
            case "debtor-died/findEstate" -> happened(DebtorStanding.DECEASED);
            case "debtor-answer/waitForPayment" -> saidPaid("waitForPayment");
            case "debtor-answer/lookForPayment" -> saidPaid("lookForPayment");
            case "debtor-answer/waitForPromisedDay" -> promised();
            case "debtor-answer/agreePlan" -> askedForPlan();
            case "debtor-answer/approvePlan" -> planned("AGREED", 8);
            case "debtor-answer/waitForInstalment" -> planned("AGREED", 3);
            case "debtor-answer/waitForYes" -> planned("PROPOSED", 3);
            case "agency-collection/handOver" -> decided("HAND_OVER");
            case "agency-collection/approveHandOver" -> aGoodCustomerToBeHandedOver();
            case "agency-collection/waitForAgency" -> ladder.withTheAgency();
            case "agency-collection/handleRejection" -> rejected();
            case "agency-collection/withdrawFromAgency" -> calledBack();
            default -> throw new AssertionError("Say here how a case comes to wait at " + wait);
        };
    }

    private CaseNumber following(Country country, String dueOn, String element) {
        ladder.house.itIs("2026-03-02");
        CaseNumber number = ladder.invoice(country, dueOn);
        ladder.goUntil(number, element);
        return number;
    }

    private CaseNumber decided(String decision) {
        CaseNumber number = ladder.atTheDecision();
        ladder.answer(number, "decideHandOver", Map.of("handOverDecision", decision));
        return number;
    }

    private CaseNumber aGoodCustomerToBeHandedOver() {
        ladder.house.itIs("2026-03-02");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16", Relation.GOOD, true);
        ladder.goUntil(number, "decideHandOver");
        ladder.answer(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        return number;
    }

    private CaseNumber toBeCalled() {
        ladder.house.itIs("2026-03-17");
        return ladder.invoiceToNewCustomer("2026-03-16");
    }

    private CaseNumber called(Map<String, Object> outcome) {
        CaseNumber number = toBeCalled();
        ladder.complete(number, "callDebtor", outcome);
        return number;
    }

    private CaseNumber upset() {
        CaseNumber number = called(Map.of("outcome", "UPSET"));
        ladder.answer(number, "talkItOver", "manager", Map.of("outcome", "CALL_AGAIN"));
        return number;
    }

    private CaseNumber disputed() {
        CaseNumber number = following(Country.NO, "2026-03-16", "waitForReminderDeadline");
        disputes.raise(number, DisputeReason.FAULTY, "It leaks", "kari");
        return number;
    }

    private CaseNumber happened(DebtorStanding standing) {
        CaseNumber number = following(Country.NO, "2026-03-16", "waitForReminderDeadline");
        debtorEvents.happened(number, standing, cases.today(number), null, "told");
        return number;
    }

    private CaseNumber lateDispute() {
        CaseNumber number = disputed();
        ladder.goUntil(number, "hurryDispute");
        return number;
    }

    private CaseNumber asked() {
        CaseNumber number = disputed();
        ladder.answer(number, "assessDispute", Map.of("outcome", "ASK", "question", "Where does it leak?"));
        return number;
    }

    private CaseNumber returned() {
        CaseNumber number = following(Country.NO, "2026-03-16", "waitForReminderDeadline");
        returned.tell(ladder.lastLetter(number).id(), LetterReturn.Way.BOUNCED, "5.1.1 no such user", "kari");
        return number;
    }

    private CaseNumber sentAgain() {
        CaseNumber number = returned();
        ladder.answer(number, "fixContactData", Map.of("outcome", "FOUND", "email", "ny@fjell.example"));
        return number;
    }

    private CaseNumber saidPaid(String element) {
        CaseNumber number = following(Country.NO, "2026-03-16", "waitForReminderDeadline");
        answers.paid(number, null);
        ladder.goUntil(number, element);
        return number;
    }

    private CaseNumber promised() {
        CaseNumber number = following(Country.NO, "2026-03-16", "waitForReminderDeadline");
        answers.promise(number, ladder.house.today().plusDays(10));
        return number;
    }

    private CaseNumber askedForPlan() {
        CaseNumber number = following(Country.NO, "2026-03-16", "waitForReminderDeadline");
        answers.plan(number, 3, ladder.house.today().plusDays(10));
        return number;
    }

    private CaseNumber planned(String outcome, int instalments) {
        CaseNumber number = askedForPlan();
        String firstOn = ladder.house.today().plusDays(10).toString();
        ladder.answer(number, "agreePlan", Map.of("outcome", outcome, "instalments", instalments, "firstOn", firstOn));
        return number;
    }

    private CaseNumber rejected() {
        CaseNumber number = ladder.withTheAgency();
        agency.take(
                handovers.of(number).get(0).id(),
                JsonNodeFactory.instance.objectNode().put("status", "REJECTED"));
        return number;
    }

    private CaseNumber calledBack() {
        CaseNumber number = ladder.withTheAgency();
        handovers.withdraw(number, "The debtor pays by instalments");
        return number;
    }
}
