package no.forfall.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.LetterState;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine does with a delivery must not lose the record that a letter has left. */
@ProcessTest
class ToldLaterTest {

    @Autowired
    Ladder ladder;

    @Autowired
    Outbox outbox;

    @Autowired
    RuntimeService runtime;

    @Test
    void aLetterIsSentOnceThoughItsStepCannotBeToldAtOnce() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
        runtime.suspendProcessInstanceById(process);

        outbox.runDue();
        assertThat(outbox.standing(number))
                .singleElement()
                .extracting(QueuedEffect::state)
                .isEqualTo(EffectState.DELIVERED);
        assertThat(ladder.letters(number)).extracting(Letter::state).containsExactly(LetterState.SENT);

        runtime.activateProcessInstanceById(process);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            outbox.runDue();
            return outbox.standing(number).isEmpty();
        });
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
        assertThat(ladder.letters(number)).hasSize(1);
    }

    @Test
    void theStepIsToldWithTheRecordOfTheDelivery() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("sendFriendlyReminder");
        outbox.runDue();
        assertThat(ladder.standsAt(number)).containsExactly("waitForFeeReminder");
        assertThat(outbox.standing(number)).isEmpty();
    }

    @Test
    void theFieldsOfALetterAreNoVariablesWhileItWaits() {
        ladder.house.itIs("2026-03-17");
        CaseNumber number = ladder.invoice(Country.NO, "2026-03-16");
        assertThat(ladder.standsAt(number)).containsExactly("sendFriendlyReminder");
        assertThat(runtime.createVariableInstanceQuery().variableName("letter").list())
                .noneMatch(variable -> variable.getProcessInstanceId()
                        .equals(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(number.value())
                                .singleResult()
                                .getId()));
        assertThat(outbox.standing(number).get(0).effect().input()).contains("FRIENDLY_REMINDER");
    }
}
