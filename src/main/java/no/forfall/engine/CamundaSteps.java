package no.forfall.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A repository, so that a collision inside the engine reaches the callers as one of Spring's. */
@Repository
@Transactional
class CamundaSteps implements Steps {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormRules rules;
    private final OpenSteps openSteps;

    CamundaSteps(
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            RepositoryService repository,
            FormRules rules,
            OpenSteps openSteps) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.repository = repository;
        this.rules = rules;
        this.openSteps = openSteps;
    }

    @Override
    public void claim(String stepId, String person) {
        find(stepId);
        tasks.setAssignee(stepId, person);
    }

    @Override
    public void release(String stepId) {
        find(stepId);
        tasks.setAssignee(stepId, null);
    }

    @Override
    public void complete(String stepId, String person, Map<String, Object> values) {
        find(stepId);
        Map<String, Object> accepted =
                form(stepId).map(form -> accept(stepId, form, values)).orElse(Map.of());
        identity.setAuthentication(person, List.of());
        try {
            tasks.complete(stepId, accepted);
        } catch (ProcessEngineException refused) {
            throw refused.getCause() instanceof StepNotYours notYours ? notYours : refused;
        } finally {
            identity.clearAuthentication();
        }
    }

    /** What the process knows already stays as it is when it is not sent; what it does not know becomes known as nothing. */
    private Map<String, Object> accept(String stepId, String form, Map<String, Object> values) {
        Map<String, Object> accepted = rules.accept(form, values);
        List<String> notSent = rules.continued(form).stream()
                .filter(field -> accepted.containsKey(field) && accepted.get(field) == null)
                .toList();
        if (!notSent.isEmpty()) {
            accepted.keySet().removeAll(tasks.getVariables(stepId, notSent).keySet());
        }
        return accepted;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> otherEyesThan(String stepId) {
        Task task = find(stepId);
        UserTask drawn = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return Optional.ofNullable(drawn.getExtensionElements()).stream()
                .flatMap(
                        extension -> extension.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> Entitlement.FOUR_EYES.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> suspended(CaseNumber caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber.value()).suspended().list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenStep> open(int first, int most) {
        return tasks.createTaskQuery().orderByTaskId().asc().listPage(first, most).stream()
                .map(openSteps::read)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> form(String stepId) {
        Task task = find(stepId);
        if (task.getCamundaFormRef() == null) {
            return Optional.empty();
        }
        try (var stream = forms.getDeployedTaskForm(stepId)) {
            return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("The form of step " + stepId + " cannot be read", e);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> values(String stepId) {
        find(stepId);
        return form(stepId)
                .map(form -> rules.continued(form))
                .map(fields -> tasks.getVariables(stepId, fields))
                .orElse(Map.of());
    }

    private Task find(String stepId) {
        Task task = tasks.createTaskQuery().taskId(stepId).initializeFormKeys().singleResult();
        if (task == null) {
            throw new StepGone(stepId);
        }
        return task;
    }
}
