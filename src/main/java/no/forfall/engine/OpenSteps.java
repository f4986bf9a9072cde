package no.forfall.engine;

import java.util.Date;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads a task of the engine in the words of the house. */
@Component
class OpenSteps {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    OpenSteps(TaskService tasks, RuntimeService runtime, RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    OpenStep read(Task task) {
        String caseNumber = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        StepOpened opened = new StepOpened(
                new CaseNumber(caseNumber),
                task.getId(),
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey(),
                task.getTaskDefinitionKey(),
                task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null));
        return new OpenStep(opened, task.getCreateTime().toInstant(), task.getAssignee());
    }
}
