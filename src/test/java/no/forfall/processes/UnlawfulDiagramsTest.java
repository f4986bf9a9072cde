package no.forfall.processes;

import static no.forfall.Drawn.diagram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.ForfallTest;
import no.forfall.agency.Handovers;
import no.forfall.casefile.PlannedStep;
import no.forfall.casefile.Plans;
import no.forfall.cases.Cases;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterType;
import no.forfall.correspondence.Mailbox;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.engine.Flow;
import no.forfall.engine.LegalStops;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.receivables.LedgerLine;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Relation;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.worklist.WorkItem;
import no.forfall.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Diagrams that a designer may publish and the law does not allow: the case waits or asks a person and names the rule, and
 * nothing leaves or is charged that is not allowed.
 */
@ForfallTest
@Import(Ladder.class)
class UnlawfulDiagramsTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    Cases cases;

    @Autowired
    Disputes disputes;

    @Autowired
    Handovers handovers;

    @Autowired
    Receivables receivables;

    @Autowired
    Outbox outbox;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Journal journal;

    @Autowired
    Worklist worklist;

    @Autowired
    Overrides overrides;

    @Autowired
    LegalStops stops;

    @Autowired
    Plans plans;

    @Autowired
    MockMvc http;

    @Test
    void aNoticeFiveDaysAfterTheDueDateLeavesWithoutItsFeeAndWithTheDaysThatTheLawAsks() {
        Edition drawn = diagram("hurried-notice")
                .waitsUntil("${timing.daysAfterDue(5, 0)}")
                .sends("COLLECTION_NOTICE", 5)
                .publish(editions);
        CaseNumber number = follows(drawn, Country.NO, true);
        ladder.house.goTo("2026-03-23");
        Letter notice = only(number);
        assertThat(notice.type()).isEqualTo(LetterType.COLLECTION_NOTICE);
        assertThat(notice.deadline()).isEqualTo("2026-04-07");
        assertThat(notice.newFee().isZero()).isTrue();
        assertThat(mailbox.text(notice.id()).orElseThrow()).doesNotContain("38,00");
        assertThat(charged(number, Part.FEE)).isEmpty();
        assertThat(journalled(number, "LeftWithoutFee")).containsExactly("NO-R7");
        assertThat(stops.cases("NO-R7", drawn.key(), drawn.version())).contains(number);
    }

    @Test
    void aNoticeFiveDaysAfterTheDueDateThatInsistsOnItsFeeWaits() {
        Edition drawn = diagram("hurried-fee")
                .waitsUntil("${timing.daysAfterDue(5, 0)}")
                .sendsWithFee("COLLECTION_NOTICE", 5)
                .publish(editions);
        CaseNumber number = follows(drawn, Country.NO, true);
        ladder.house.goTo("2026-03-29");
        QueuedEffect waiting = only(outbox.standing(number));
        assertThat(waiting.rule()).isEqualTo("NO-R7");
        assertThat(Ladder.day(waiting.notBefore())).isEqualTo("2026-03-30");
        assertThat(ladder.letters(number)).isEmpty();
        assertThat(charged(number, Part.FEE)).isEmpty();
        assertThat(journalled(number, "EffectStoodStill")).containsExactly("NO-R7");
        assertThat(stops.cases("NO-R7", drawn.key(), drawn.version())).containsExactly(number);

        ladder.house.goTo("2026-03-30");
        assertThat(only(number).newFee().isPositive()).isTrue();
        assertThat(journalled(number, "LeftWithoutFee")).isEmpty();
    }

    @Test
    void aSecondFeeAfterSevenDaysWaitsUntilTheFirstDeadlineHasPassed() {
        Edition drawn = diagram("two-fees-in-a-week")
                .waitsUntil("${timing.daysAfterDue(14, 0)}")
                .sendsWithFee("FEE_REMINDER", 14)
                .waitsFor("P7D")
                .sendsWithFee("FEE_REMINDER", 14)
                .publish(editions);
        CaseNumber number = follows(drawn, Country.NO, true);
        ladder.house.goTo("2026-04-14");
        assertThat(only(number).deadline()).isEqualTo("2026-04-13");
        assertThat(ladder.standsAt(number)).containsExactly("step4");
        QueuedEffect waiting = only(outbox.standing(number));
        assertThat(waiting.state()).isEqualTo(EffectState.QUEUED);
        assertThat(waiting.rule()).isEqualTo("NO-R14");
        assertThat(Ladder.day(waiting.notBefore())).isEqualTo("2026-04-15");
        assertThat(worklist.openOf(number)).isEmpty();
        assertThat(charged(number, Part.FEE)).hasSize(1);
        assertThat(journalled(number, "EffectStoodStill")).containsExactly("NO-R14");
        assertThat(stops.cases("NO-R14", drawn.key(), drawn.version())).containsExactly(number);

        ladder.house.goTo("2026-04-15");
        assertThat(ladder.letters(number)).hasSize(2).allMatch(letter -> letter.newFee()
                .isPositive());
        assertThat(ladder.letters(number).get(1).dated()).isEqualTo("2026-04-15");
    }

    @Test
    void aNoticeDuringADisputeAsksAPersonEvenWhenSomebodyResumesTheCase() {
        Edition drawn = diagram("deaf-notice")
                .waitsUntil("${timing.daysAfterDue(15, 0)}")
                .sends("COLLECTION_NOTICE", 14)
                .publish(editions);
        CaseNumber number = follows(drawn, Country.NO, true);
        ladder.house.goTo("2026-03-20");
        disputes.raise(number, DisputeReason.FAULTY, "The boat leaks", "kari");
        ladder.house.goTo("2026-04-01");
        assertThat(only(outbox.standing(number)).state()).isEqualTo(EffectState.HELD);
        assertThat(decisions(number)).isEmpty();

        cases.resume(number);
        ladder.house.settle();
        QueuedEffect barred = only(outbox.standing(number));
        assertThat(barred.state()).isEqualTo(EffectState.BARRED);
        assertThat(barred.rule()).isEqualTo("NO-R19");
        assertThat(only(decisions(number)).reason()).contains("disputes the claim");
        assertThat(ladder.letterTypes(number)).containsExactly(LetterType.DISPUTE_RECEIVED);
        assertThat(charged(number, Part.FEE)).isEmpty();
        assertThat(journalled(number, "EffectStoodStill")).containsExactly("NO-R19");
    }

    @Test
    void aHandOverBeforeTheDeadlineAndItsGraceHavePassedWaits() {
        Edition drawn = diagram("hurried-hand-over")
                .waitsUntil("${timing.daysAfterDue(14, 0)}")
                .sends("COLLECTION_NOTICE", 14)
                .waitsFor("P14D")
                .handsOver()
                .publish(editions);
        CaseNumber number = follows(drawn, Country.NO, true);
        ladder.house.goTo("2026-04-14");
        assertThat(only(number).deadline()).isEqualTo("2026-04-13");
        QueuedEffect waiting = only(outbox.standing(number));
        assertThat(waiting.rule()).isEqualTo("NO-R14");
        assertThat(Ladder.day(waiting.notBefore())).isEqualTo("2026-04-15");
        assertThat(handovers.of(number)).isEmpty();
        assertThat(journalled(number, "EffectStoodStill")).containsExactly("NO-R14");

        ladder.house.goTo("2026-04-15");
        assertThat(handovers.of(number)).hasSize(1);
    }

    @Test
    void aHandOverWithoutANoticeAsksAPerson() throws Exception {
        Edition drawn = diagram("hand-over-at-once").handsOver().publish(editions);
        CaseNumber number = follows(drawn, Country.NO, true);
        assertThat(only(decisions(number)).reason()).contains("inkassovarsel");
        assertThat(only(outbox.standing(number)).rule()).isEqualTo("NO-R13");
        assertThat(handovers.of(number)).isEmpty();
        assertThat(stops.cases("NO-R13", drawn.key(), drawn.version())).containsExactly(number);
        assertThat(plans.next(List.of(number), Locale.ENGLISH).get(number))
                .returns(true, PlannedStep::decision)
                .returns("NO-R13", PlannedStep::rule)
                .returns(null, PlannedStep::at);
        http.perform(get("/cases/{number}", number)
                        .param("lang", "en")
                        .with(user("kari").roles("HANDLER")))
                .andExpect(content().string(containsString("/worklist/of/" + number)))
                .andExpect(content().string(containsString("Decide: Hand over")));
    }

    @Test
    void aSwedishReminderWithoutAnAgreedFeeLeavesForNothing() {
        Edition drawn = diagram("fee-nobody-agreed-to")
                .waitsUntil("${timing.daysAfterDue(7, 0)}")
                .sends("FEE_REMINDER", 10)
                .publish(editions);
        CaseNumber number = follows(drawn, Country.SE, false);
        ladder.house.goTo("2026-03-23");
        Letter reminder = only(number);
        assertThat(reminder.newFee().isZero()).isTrue();
        assertThat(mailbox.text(reminder.id()).orElseThrow()).doesNotContain("60,00");
        assertThat(charged(number, Part.FEE)).isEmpty();
        assertThat(journalled(number, "LeftWithoutFee")).containsExactly("SE-R1");
    }

    @Test
    void aSwedishReminderThatInsistsOnAFeeNobodyAgreedToAsksAPersonWhoCanLetItGoWithoutOne() {
        Edition drawn = diagram("insisted-fee")
                .waitsUntil("${timing.daysAfterDue(7, 0)}")
                .sendsWithFee("FEE_REMINDER", 10)
                .publish(editions);
        CaseNumber number = follows(drawn, Country.SE, false);
        ladder.house.goTo("2026-03-23");
        QueuedEffect barred = only(outbox.standing(number));
        assertThat(barred.state()).isEqualTo(EffectState.BARRED);
        assertThat(barred.rule()).isEqualTo("SE-R1");
        assertThat(decisions(number)).hasSize(1);
        assertThat(ladder.letters(number)).isEmpty();
        assertThat(charged(number, Part.FEE)).isEmpty();

        LocalDate today = LocalDate.parse("2026-03-23");
        overrides.make(
                number,
                cases.get(number).invoiceId(),
                OverrideKind.NO_FEE,
                false,
                null,
                "kari",
                "Nobody agreed to it",
                today,
                today);
        outbox.tryAgain(barred.effect().key());
        ladder.house.settle();
        assertThat(only(number).newFee().isZero()).isTrue();
        assertThat(journalled(number, "LeftWithoutFee")).isEmpty();
    }

    @Test
    void aStepIsWeighedInTheMomentInWhichItIsQueued() {
        Edition drawn = diagram("notice-at-once").sends("COLLECTION_NOTICE", 14).publish(editions);
        ladder.house.itIs("2026-03-10");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        flow.end(number, "another diagram");
        flow.start(drawn.key(), number, Map.of("country", "NO", "dueDate", "2026-03-16"));
        QueuedEffect waiting = only(outbox.standing(number));
        assertThat(waiting.rule()).isEqualTo("NO-R13");
        assertThat(Ladder.day(waiting.notBefore())).isEqualTo("2026-03-17");
        assertThat(journalled(number, "EffectStoodStill")).containsExactly("NO-R13");
    }

    @Test
    void aStepThatWasLawfulWhenItWasQueuedIsWeighedAgainBeforeItLeaves() {
        Edition drawn = diagram("notice-in-time").sends("COLLECTION_NOTICE", 14).publish(editions);
        ladder.house.itIs("2026-04-01");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        ladder.house.settle();
        flow.end(number, "another diagram");
        flow.start(drawn.key(), number, Map.of("country", "NO", "dueDate", "2026-03-16"));
        assertThat(only(outbox.standing(number)).rule()).isNull();
        disputes.raise(number, DisputeReason.FAULTY, "The boat leaks", "kari");
        cases.resume(number);
        ladder.house.settle();
        assertThat(only(outbox.standing(number)).rule()).isEqualTo("NO-R19");
        assertThat(ladder.letters(number)).noneMatch(letter -> letter.type() == LetterType.COLLECTION_NOTICE);
    }

    /** A case due on 16 March 2026 that follows the drawn diagram alone, from that day on. */
    private CaseNumber follows(Edition drawn, Country country, boolean feeAgreed) {
        ladder.house.itIs("2026-03-16");
        CaseNumber number = ladder.invoice(country, "2026-03-16", Relation.KNOWN, feeAgreed);
        flow.end(number, "another diagram");
        flow.start(drawn.key(), number, Map.of("country", country.name(), "dueDate", "2026-03-16"));
        ladder.house.settle();
        return number;
    }

    private Letter only(CaseNumber number) {
        Letter letter = only(ladder.letters(number));
        assertThat(mailbox.find(letter.id())).isPresent();
        return letter;
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<LedgerLine> charged(CaseNumber number, Part part) {
        return receivables.ledger(cases.get(number).invoiceId()).stream()
                .filter(line -> line.part() == part)
                .toList();
    }

    private List<WorkItem> decisions(CaseNumber number) {
        return worklist.openOf(number).stream()
                .filter(item -> item.kind() == WorkItem.Kind.DECIDE)
                .toList();
    }

    /** The rules that the journal of the case names in entries of a kind, the oldest first. */
    private List<Object> journalled(CaseNumber number, String kind) {
        List<JournalEntry> entries = journal.of(number, Long.MAX_VALUE, 500);
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .map(entry -> entry.facts().get("rule"))
                .toList();
    }
}
