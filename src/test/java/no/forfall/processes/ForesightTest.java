package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.forfall.arrangements.Arrangements;
import no.forfall.casefile.Timeline;
import no.forfall.casefile.TimelineEntry;
import no.forfall.disputes.Disputes;
import no.forfall.engine.InvalidForm;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import no.forfall.worklist.Foresight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person is told before saving is what stands in the timeline afterwards, for each outcome of a call. */
@ProcessTest
class ForesightTest {

    private static final Set<String> OF_THE_BUTTON =
            Set.of("StepClosed", "StepAssigned", "TableDecided", "ProcessEnded");

    @Autowired
    Ladder ladder;

    @Autowired
    Foresight foresight;

    @Autowired
    Timeline timeline;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Disputes disputes;

    @Autowired
    Outbox outbox;

    CaseNumber number;

    @BeforeEach
    void aNewCustomerIsToBeCalled() {
        ladder.house.itIs("2026-03-17");
        number = ladder.invoiceToNewCustomer("2026-03-16");
    }

    static Stream<Map<String, Object>> outcomes() {
        return Stream.of(
                Map.of("outcome", "PROMISE", "promiseDate", "2026-03-27"),
                Map.of("outcome", "REACHED"),
                Map.of("outcome", "PLAN", "instalments", 3, "firstOn", "2026-03-27"),
                Map.of("outcome", "SAYS_PAID"),
                Map.of("outcome", "DISPUTE", "disputeReason", "FAULTY"),
                Map.of("outcome", "CALL_BACK", "callBackAt", "2026-03-19T10:00"),
                Map.of("outcome", "NO_ANSWER"),
                Map.of("outcome", "WRONG_NUMBER"),
                Map.of("outcome", "WILL_NOT_PAY"),
                Map.of("outcome", "UPSET"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatIsForetoldIsWhatTheTimelineSaysAfterwards(Map<String, Object> outcome) {
        List<TimelineEntry> before = told();
        List<String> foretold = foretell(outcome);
        assertThat(foretold).isNotEmpty();

        ladder.answer(number, "callDebtor", outcome);
        List<TimelineEntry> after = told();
        List<String> came = new ArrayList<>(after.subList(0, after.size() - before.size()).stream()
                .filter(entry -> !OF_THE_BUTTON.contains(entry.event()))
                .filter(entry -> !entry.event().equals("TokenArrived")
                        || ladder.standsAt(number).contains(entry.facts().get("element")))
                .map(entry -> entry.text().replace('\u00a0', ' '))
                .toList());
        Collections.reverse(came);
        assertThat(came).isEqualTo(foretold);
    }

    private List<TimelineEntry> told() {
        return timeline.of(number, Long.MAX_VALUE, 200, Locale.ENGLISH);
    }

    private List<String> foretell(Map<String, Object> outcome) {
        return foresight.of(ladder.task(number, "callDebtor").id(), "handler", outcome, Locale.ENGLISH).stream()
                .map(entry -> entry.text().replace('\u00a0', ' '))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void foretellingChangesNothing(Map<String, Object> outcome) {
        List<TimelineEntry> before = told();
        foretell(outcome);
        ladder.house.settle();
        assertThat(told()).isEqualTo(before);
        assertThat(ladder.standsAt(number)).containsExactly("followUpByPhone", "callDebtor");
        assertThat(ladder.state(number)).isEqualTo("OPEN");
        assertThat(ladder.task(number, "callDebtor").assignee()).isNull();
        assertThat(arrangements.of(number)).isEmpty();
        assertThat(disputes.of(number)).isEmpty();
        assertThat(ladder.letters(number)).isEmpty();
        assertThat(outbox.waiting(List.of(number))).isEmpty();
    }

    @Test
    void saysWhatAPromiseDoes() {
        assertThat(foretell(Map.of("outcome", "PROMISE", "promiseDate", "2026-03-28")))
                .containsExactly(
                        "Waits: Day 14 after due, until 30 Mar 2026",
                        "Promise to pay NOK 1,000.00 on 30 Mar 2026",
                        "Put on hold until the promise or the plan is kept or broken",
                        "Waits: Promised day and its grace, until 7 Apr 2026");
    }

    @Test
    void refusesAsFinishingWould() {
        assertThatThrownBy(() -> foretell(Map.of("outcome", "PROMISE", "promiseDate", "2026-06-27")))
                .isInstanceOfSatisfying(
                        InvalidForm.class, fault -> assertThat(fault.faults()).containsOnlyKeys("promiseDate"));
        assertThatThrownBy(() -> foretell(Map.of("outcome", "PROMISE"))).isInstanceOf(InvalidForm.class);
    }
}
