package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.agency.Handovers;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.outbox.Outbox;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The ladder from the registered invoice to its ends; each test is a path. */
@ForfallTest
@Import(Ladder.class)
class OverdueInvoiceTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Cases cases;

    @Autowired
    Handovers handovers;

    @Autowired
    Outbox outbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Test
    void climbsFromTheReminderBeforeDueToTheAgencyInNorway() {
        ladder.house.itIs("2026-03-02");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("waitBeforeDue");

        ladder.house.goTo("2026-03-11");
        assertThat(types(number)).containsExactly(LetterType.PRE_DUE_REMINDER);
        assertThat(ladder.standsAt(number)).containsExactly("waitPastDue");

        ladder.house.goTo("2026-03-17");
        assertThat(types(number)).endsWith(LetterType.FRIENDLY_REMINDER);
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");

        ladder.house.goTo("2026-03-29");
        assertThat(types(number)).doesNotContain(LetterType.FEE_REMINDER);
        ladder.house.goTo("2026-03-30");
        Letter reminder = last(number);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.newFee()).hasToString("NOK 38.00");
        assertThat(reminder.deadline()).isEqualTo("2026-04-13");

        ladder.house.goTo("2026-04-15");
        assertThat(last(number)).isEqualTo(reminder);
        ladder.house.goTo("2026-04-16");
        Letter notice = last(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.deadline()).isAfterOrEqualTo(notice.dated().plusDays(14));

        ladder.house.goTo("2026-05-06");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        assertThat(ladder.standsAt(number)).containsExactly("collectThroughAgency", "waitForAgency");
        assertThat(handovers.of(number)).hasSize(1);
    }

    @Test
    void writesTwoRemindersWithTenDaysInSweden() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.SE, "2026-03-16");
        ladder.house.goTo("2026-03-23");
        Letter first = last(number);
        assertThat(first.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(first.newFee()).hasToString("SEK 60.00");
        assertThat(first.dated()).isEqualTo("2026-03-23");
        assertThat(first.deadline()).isEqualTo("2026-04-02");

        ladder.house.goTo("2026-04-09");
        Letter second = last(number);
        assertThat(second.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(second.deadline()).isAfterOrEqualTo(second.dated().plusDays(10));
        ladder.house.goTo("2026-04-28");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void chargesNothingInSwedenWithoutAnAgreement() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.SE, "2026-03-16", Relation.KNOWN, false);
        ladder.house.goTo("2026-04-28");
        assertThat(ladder.letters(number)).allMatch(letter -> letter.newFee().isZero());
    }

    @Test
    void entersAtTheFirstContactWhenTheInvoiceArrivesLongOverdueAndSendsOneLetterAtATime() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2025-06-16");
        ladder.house.settle();
        assertThat(types(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-03-26");
        assertThat(types(number)).hasSize(1);
        ladder.house.goTo("2026-03-27");
        assertThat(types(number)).endsWith(LetterType.FEE_REMINDER).hasSize(2);
    }

    @Test
    void skipsTheReminderBeforeDueWhenTheInvoiceIsAlmostDue() {
        ladder.house.itIs("2026-03-16");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("waitPastDue");
        assertThat(ladder.letters(number)).isEmpty();
    }

    @Test
    void asksAPersonAboutAClaimThatLooksTimeBarredAndWritesItOff() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2022-06-15");
        assertThat(ladder.standsAt(number)).containsExactly("assessTimeBarred");
        ladder.complete(
                number,
                "assessTimeBarred",
                Map.of("timeBarredDecision", "WRITE_OFF", "note", "Three years have passed"));
        assertThat(ladder.state(number)).isEqualTo("WRITTEN_OFF");
        assertNothingRuns(number);
    }

    @Test
    void pursuesAClaimThatLookedTimeBarredWhenAPersonSaysSo() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2022-06-15");
        ladder.complete(
                number, "assessTimeBarred", Map.of("timeBarredDecision", "PURSUE", "note", "Acknowledged last year"));
        assertThat(types(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
    }

    @Test
    void keepsAClaimForFourteenDaysAndAsksAgainAndCanWriteItOff() {
        CaseNumber number = atTheDecision();
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "KEEP"));
        assertThat(ladder.standsAt(number)).containsExactly("waitKept");
        ladder.house.next();
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "WRITE_OFF"));
        assertThat(ladder.state(number)).isEqualTo("WRITTEN_OFF");
        assertNothingRuns(number);
    }

    @Test
    void goesOnIntoAHalfYearWhoseRateIsNotKnownYet() {
        ladder.house.itIs("2026-10-20");
        CaseNumber number = ladder.invoice(Country.NO, "2026-10-16");
        ladder.house.goTo("2026-12-31");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "KEEP"));
        assertThat(cases.today(number)).isEqualTo("2026-12-31");
        assertThat(handovers.of(number)).isEmpty();
        ladder.house.goTo("2027-01-18");
        ladder.pays(number, "NOK 1.00");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void comesBackToTheDecisionWhenTheClaimIsTakenBackFromTheAgency() {
        CaseNumber number = atTheDecision();
        ladder.complete(number, "decideHandOver", Map.of("handOverDecision", "HAND_OVER"));
        handovers.withdraw(number, "The debtor has called us");
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
    }

    @Test
    void endsAtOnceFromEveryWaitWhenAPaymentSettlesTheClaim() {
        for (String day : List.of("2026-03-02", "2026-03-11", "2026-03-17", "2026-03-30", "2026-04-16", "2026-05-06")) {
            ladder.house.itIs("2026-03-02");
            CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
            ladder.house.goTo(day);
            int lettersBefore = ladder.letters(number).size();
            ladder.pays(number, "NOK 5000.00");
            assertThat(ladder.state(number)).isEqualTo("PAID");
            assertNothingRuns(number);
            ladder.house.goTo("2026-06-15");
            assertThat(ladder.letters(number)).hasSize(lettersBefore);
        }
    }

    @Test
    void goesOnWithLessAfterAPartPayment() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.pays(number, "NOK 400.00");
        ladder.house.goTo("2026-03-30");
        assertThat(last(number).principal()).hasToString("NOK 600.00");
    }

    @Test
    void standsStillWhileHeldAndGoesOnLaterByTheSameTime() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.settle();
        ladder.house.goTo("2026-03-20");
        cases.hold(number, "The debtor is in hospital", LocalDate.parse("2026-04-02"));
        ladder.house.goTo("2026-04-02");
        assertThat(types(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-10");
        assertThat(types(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-13");
        assertThat(types(number)).endsWith(LetterType.FEE_REMINDER);
    }

    @Test
    void endsAPaidCaseThatWasHeld() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.settle();
        cases.hold(number, "Waiting for a document", null);
        ladder.pays(number, "NOK 5000.00");
        assertThat(ladder.state(number)).isEqualTo("PAID");
        assertNothingRuns(number);
    }

    private CaseNumber atTheDecision() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-05-06");
        assertThat(ladder.standsAt(number)).containsExactly("decideHandOver");
        return number;
    }

    private List<LetterType> types(CaseNumber number) {
        return ladder.letters(number).stream().map(Letter::type).toList();
    }

    private Letter last(CaseNumber number) {
        List<Letter> letters = ladder.letters(number);
        return letters.get(letters.size() - 1);
    }

    private void assertNothingRuns(CaseNumber number) {
        assertThat(ladder.standsAt(number)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .list())
                .isEmpty();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .list())
                .isEmpty();
        assertThat(outbox.standing(number)).isEmpty();
        List<String> ended =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                        .map(instance -> instance.getId())
                        .toList();
        assertThat(management.createJobQuery().list()).noneMatch(job -> ended.contains(job.getProcessInstanceId()));
    }
}
