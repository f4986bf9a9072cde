package no.forfall.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Turns what the engine does into the house's own events, inside the engine's transaction. */
final class Observer {

    private final ApplicationEventPublisher events;

    Observer(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @throws IllegalStateException when a process was started past {@link Flow}, without a case */
    static CaseNumber caseNumberOf(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (key == null) {
            throw new IllegalStateException("The process " + execution.getProcessDefinitionId()
                    + " runs without a case; start it with a case number as business key");
        }
        return new CaseNumber(key);
    }

    private void say(CaseEvent event) {
        events.publishEvent(event);
    }

    ExecutionListener arrived(String kind) {
        return execution -> say(new TokenArrived(
                caseNumberOf(execution),
                execution.getActivityInstanceId(),
                processOf(execution),
                execution.getProcessDefinitionId(),
                execution.getCurrentActivityId(),
                nameOf(execution),
                kind,
                until((ExecutionEntity) execution)));
    }

    ExecutionListener left() {
        return execution -> say(new TokenLeft(
                caseNumberOf(execution), execution.getActivityInstanceId(), execution.getCurrentActivityId()));
    }

    ExecutionListener ended() {
        return execution ->
                say(new ProcessEnded(caseNumberOf(execution), processOf(execution), execution.getCurrentActivityId()));
    }

    TaskListener opened() {
        return task -> say(new StepOpened(
                caseNumberOf(task.getExecution()),
                task.getId(),
                processOf(task.getExecution()),
                task.getTaskDefinitionKey(),
                nameOf(task),
                teamOf(task),
                instant(task.getDueDate())));
    }

    TaskListener assigned() {
        return task -> say(new StepAssigned(caseNumberOf(task.getExecution()), task.getId(), task.getAssignee()));
    }

    TaskListener closed(boolean completed) {
        return task -> {
            String person = Context.getCommandContext().getAuthenticatedUserId();
            say(new StepClosed(
                    caseNumberOf(task.getExecution()),
                    task.getId(),
                    processOf(task.getExecution()),
                    task.getTaskDefinitionKey(),
                    nameOf(task),
                    completed,
                    completed && person == null ? task.getAssignee() : person,
                    completed ? said(task, "outcome") : null,
                    completed ? said(task, "note") : null));
        };
    }

    private static @Nullable String said(DelegateTask task, String field) {
        Object said = task.getExecution().getVariable(field);
        return said == null || said.toString().isBlank() ? null : said.toString();
    }

    private static String processOf(DelegateExecution execution) {
        return ((ProcessDefinition) ((ExecutionEntity) execution).getProcessDefinition()).getKey();
    }

    private static String nameOf(DelegateExecution execution) {
        String name = execution.getCurrentActivityName();
        return name == null ? execution.getCurrentActivityId() : name;
    }

    private static String nameOf(DelegateTask task) {
        return task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
    }

    private static @Nullable String teamOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Timers of an activity that is no scope are not its own. */
    private static @Nullable Instant until(ExecutionEntity execution) {
        if (!execution.getActivity().isScope()) {
            return null;
        }
        return execution.getJobs().stream()
                .map(JobEntity::getDuedate)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
