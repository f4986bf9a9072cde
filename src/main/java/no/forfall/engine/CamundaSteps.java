package no.forfall.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CamundaSteps implements Steps {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final FormRules rules;

    CamundaSteps(TaskService tasks, FormService forms, IdentityService identity, FormRules rules) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.rules = rules;
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
                form(stepId).map(form -> rules.accept(form, values)).orElse(Map.of());
        identity.setAuthentication(person, List.of());
        try {
            tasks.complete(stepId, accepted);
        } finally {
            identity.clearAuthentication();
        }
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
                .map(form -> rules.fieldsOf(form))
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
