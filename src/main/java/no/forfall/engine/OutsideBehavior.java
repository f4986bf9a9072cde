package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.UUID;
import no.forfall.engine.running.Fields;
import no.forfall.outbox.Effect;
import no.forfall.outbox.Outbox;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.jspecify.annotations.Nullable;

/** Queues the effect of an {@link OutsideActivity} and, where it is waited for, keeps the token there until the outbox confirms it. */
final class OutsideBehavior<I extends Record> extends TaskActivityBehavior {

    private final OutsideActivity<I> activity;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    OutsideBehavior(OutsideActivity<I> activity, Catalogue catalogue, Outbox outbox, ObjectMapper json, Clock clock) {
        this.activity = activity;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void performExecution(ActivityExecution execution) throws JsonProcessingException {
        I input = catalogue.input(activity, Fields.of(execution));
        outbox.queue(
                new Effect(
                        UUID.randomUUID(),
                        Observer.caseNumberOf(execution),
                        activity.name(),
                        json.writeValueAsString(input),
                        origin(execution).text()),
                clock.instant());
        if (!activity.isWaitedFor(input)) {
            leave(execution);
        }
    }

    private static Origin origin(ActivityExecution execution) {
        return new Origin(
                execution.getId(),
                execution.getActivityInstanceId(),
                execution.getProcessDefinitionId(),
                execution.getCurrentActivityId());
    }

    /** @param visit the visit that queued the effect; a confirmation for another one is not for this token */
    @Override
    public void signal(ActivityExecution execution, @Nullable String signal, @Nullable Object visit) throws Exception {
        if (execution.getActivityInstanceId().equals(visit)) {
            leave(execution);
        }
    }
}
