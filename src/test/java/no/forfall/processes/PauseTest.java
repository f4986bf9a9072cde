package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import no.forfall.casefile.Holds;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.Pause;
import no.forfall.cases.PauseOverlaps;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A pause moves the next lawful letter by its days, whenever it is entered. */
@ProcessTest
class PauseTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Cases cases;

    @Autowired
    Holds holds;

    @Autowired
    Outbox outbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    /** The reminder of an invoice due on 16 March leaves on 30 March in Norway and on 23 March in Sweden. */
    @ParameterizedTest(name = "{0}: from {1} through {3}, entered on {2}: {4}")
    @CsvSource({
        "NO, 2026-03-18, 2026-03-18, 2026-03-27, 2026-04-09",
        // entered later, the pause counts from its first day all the same
        "NO, 2026-03-18, 2026-03-20, 2026-03-27, 2026-04-09",
        "NO, 2026-03-18, 2026-03-24, 2026-03-27, 2026-04-09",
        "NO, 2026-03-18, 2026-03-27, 2026-03-27, 2026-04-09",
        // over the change to summer time, onto a weekend and onto Easter
        "NO, 2026-03-20, 2026-03-20, 2026-03-31, 2026-04-13",
        "NO, 2026-03-23, 2026-03-25, 2026-03-25, 2026-04-07",
        "NO, 2026-03-23, 2026-03-23, 2026-03-23, 2026-03-31",
        "SE, 2026-03-18, 2026-03-18, 2026-03-27, 2026-04-02",
        "SE, 2026-03-18, 2026-03-20, 2026-03-27, 2026-04-02",
        "SE, 2026-03-19, 2026-03-20, 2026-03-29, 2026-04-07"
    })
    void theNextLetterLeavesLaterByTheDaysOfThePause(
            Country country, LocalDate begins, String entered, LocalDate until, LocalDate leaves) {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(country, "2026-03-16");
        ladder.house.goTo(entered);
        holds.hold(number, "The debtor is in hospital", begins, until);

        ladder.house.goTo(leaves.minusDays(1).toString());
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo(leaves.toString());
        Letter reminder = ladder.lastLetter(number);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.dated()).isEqualTo(leaves);
        assertThat(reminder.deadline()).isAfterOrEqualTo(leaves.plusDays(country == Country.NO ? 14 : 10));
    }

    @Test
    void pausesThatTouchCountTheDayBetweenThemOnce() {
        CaseNumber number = afterTheFriendlyReminder();
        cases.pause(number, Pause.Kind.HOLD, null, LocalDate.parse("2026-03-20"), "one");
        ladder.house.goTo("2026-03-23");
        cases.pause(number, Pause.Kind.HOLD, LocalDate.parse("2026-03-20"), LocalDate.parse("2026-03-24"), "another");
        ladder.house.goTo("2026-03-25");
        // 18 to 24 March are seven days, not eight; the holidays on which the first move would have landed add nothing
        ladder.house.goTo("2026-04-06");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-07");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FEE_REMINDER);
        assertThat(cases.pauses(number))
                .extracting(Pause::endedOn)
                .containsExactly(LocalDate.parse("2026-03-20"), LocalDate.parse("2026-03-24"));
    }

    @Test
    void aPauseMustNotBeginBeforeTheLastDayOfAnother() {
        CaseNumber number = afterTheFriendlyReminder();
        cases.hold(number, "one", LocalDate.parse("2026-03-20"));
        ladder.house.goTo("2026-03-23");
        assertThatThrownBy(() -> cases.pause(number, Pause.Kind.HOLD, LocalDate.parse("2026-03-19"), null, "another"))
                .isInstanceOfSatisfying(PauseOverlaps.class, overlaps -> assertThat(overlaps.lastDay())
                        .isEqualTo("2026-03-20"));
        assertThat(ladder.state(number)).isEqualTo("OPEN");
    }

    @Test
    void aHeldCaseIsNotHeldAgainAndAnOpenOneNotResumed() {
        CaseNumber number = afterTheFriendlyReminder();
        assertThatThrownBy(() -> cases.resume(number)).isInstanceOf(CaseNotOpen.class);
        cases.hold(number, "one", null);
        assertThatThrownBy(() -> cases.hold(number, "another", null)).isInstanceOf(CaseNotOpen.class);
        cases.resume(number);
        assertThatThrownBy(() -> cases.resume(number)).isInstanceOf(CaseNotOpen.class);
        cases.close(number, ClosingReason.WITHDRAWN);
        assertThatThrownBy(() -> cases.hold(number, "another", null)).isInstanceOf(CaseNotOpen.class);
    }

    @Test
    void aPauseThatIsEndedAtOnceMovesNothing() {
        CaseNumber number = afterTheFriendlyReminder();
        cases.hold(number, "a slip", null);
        cases.resume(number);
        ladder.house.goTo("2026-03-29");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-03-30");
        assertThat(ladder.letterTypes(number)).endsWith(LetterType.FEE_REMINDER);
    }

    @Test
    void aWaitThatBeginsAfterThePauseDoesNotCountItsDaysEither() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoiceToNewCustomer("2026-03-16");
        ladder.house.settle();
        assertThat(ladder.standsAt(number)).contains("callDebtor");
        ladder.house.goTo("2026-03-18");
        cases.hold(number, "The debtor is in hospital", LocalDate.parse("2026-03-27"));
        ladder.house.goTo("2026-03-28");
        ladder.complete(number, "callDebtor", Map.of("outcome", "REACHED", "cause", "FORGOT", "note", "will pay"));
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
        ladder.house.goTo("2026-04-08");
        assertThat(ladder.letters(number)).isEmpty();
        // 16 March and 14 days and the 10 of the pause
        ladder.house.goTo("2026-04-09");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FEE_REMINDER);
    }

    @Test
    void aQueuedLetterStaysAndLeavesWithTheDateAndTheDeadlineOfTheDayOnWhichItLeaves() {
        CaseNumber number = afterTheFriendlyReminder();
        ladder.house.goTo("2026-03-29");
        runWait(number);
        assertThat(outbox.standing(number)).extracting(QueuedEffect::state).containsExactly(EffectState.QUEUED);
        cases.hold(number, "The debtor is in hospital", LocalDate.parse("2026-04-09"));
        assertThat(outbox.standing(number)).extracting(QueuedEffect::state).containsExactly(EffectState.HELD);
        ladder.house.goTo("2026-04-09");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        ladder.house.goTo("2026-04-10");
        Letter reminder = ladder.lastLetter(number);
        assertThat(reminder.type()).isEqualTo(LetterType.FEE_REMINDER);
        assertThat(reminder.dated()).isEqualTo("2026-04-10");
        assertThat(reminder.deadline()).isEqualTo("2026-04-24");
    }

    /** The reminder of 30 March gives time through 13 April; a wait that ends sooner, pause included, is not enough. */
    @Test
    void theLawIsAskedAnewWhereTheWaitEndsSoonerThanItAllows() {
        CaseNumber number = afterTheFriendlyReminder();
        ladder.house.goTo("2026-03-30");
        assertThat(ladder.lastLetter(number).deadline()).isEqualTo("2026-04-13");
        management.setJobDuedate(wait(number), Date.from(Instant.parse("2026-04-01T05:00:00Z")));
        ladder.house.goTo("2026-03-31");
        cases.hold(number, "The debtor is in hospital", LocalDate.parse("2026-04-07"));
        // 1 April and 8 days
        ladder.house.goTo("2026-04-09");
        QueuedEffect waiting = outbox.standing(number).get(0);
        assertThat(waiting.rule()).startsWith("NO-");
        assertThat(Ladder.day(waiting.notBefore())).isEqualTo("2026-04-15");
        ladder.house.goTo("2026-04-14");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.FEE_REMINDER);
        ladder.house.goTo("2026-04-15");
        assertThat(ladder.lastLetter(number).type()).isEqualTo(LetterType.COLLECTION_NOTICE);
    }

    private void runWait(CaseNumber number) {
        management.executeJob(wait(number));
    }

    private String wait(CaseNumber number) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .singleResult()
                        .getId())
                .singleResult()
                .getId();
    }

    private CaseNumber afterTheFriendlyReminder() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.goTo("2026-03-18");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.FRIENDLY_REMINDER);
        return number;
    }
}
