package no.forfall.engine;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class CamundaFaults implements Faults {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    CamundaFaults(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    @Override
    public List<Fault> all(int most) {
        return management.createJobQuery().noRetriesLeft().orderByJobDuedate().asc().listPage(0, most).stream()
                .filter(job -> job.getProcessDefinitionId() != null)
                .map(this::fault)
                .toList();
    }

    @Override
    public long count() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    private Fault fault(Job job) {
        String element = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return new Fault(
                job.getId(),
                caseNumber(job),
                new Place(
                        repository
                                .getProcessDefinition(job.getProcessDefinitionId())
                                .getKey(),
                        element),
                Optional.ofNullable(job.getExceptionMessage()).orElse("?"),
                Optional.ofNullable(job.getDuedate()).map(Date::toInstant).orElseGet(() -> job.getCreateTime()
                        .toInstant()));
    }

    private @Nullable CaseNumber caseNumber(Job job) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? null : new CaseNumber(instance.getBusinessKey());
    }

    @Override
    public Optional<String> retry(String id) {
        if (management.createJobQuery().jobId(id).count() == 0) {
            return Optional.empty();
        }
        try {
            management.executeJob(id);
            return Optional.empty();
        } catch (RuntimeException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }
}
