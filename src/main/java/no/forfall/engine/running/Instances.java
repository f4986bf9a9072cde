package no.forfall.engine.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * Reads what the engine keeps of some cases with three queries, where the engine itself would read each execution, job and
 * variable when it comes to it. It keeps what it has read during a command.
 */
public final class Instances {

    private static final String EXECUTIONS = "select e.* from act_ru_execution e where e.proc_inst_id_ in"
            + " (select p.id_ from act_ru_execution p where p.parent_id_ is null and p.business_key_ in (%s))";

    private Instances() {}

    /** @param businessKeys of cases that this command has not touched yet */
    public static void read(CommandContext command, Collection<String> businessKeys) {
        Map<String, List<ExecutionEntity>> trees = executions(command, businessKeys);
        if (trees.isEmpty()) {
            return;
        }
        Map<String, List<JobEntity>> jobs = jobs(command, trees.keySet());
        trees.values().forEach(tree -> tree.forEach(Instances::knowsItsJobs));
        Map<String, List<VariableInstanceEntity>> variables = variables(command, trees.keySet());
        trees.forEach((id, tree) -> tree.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(
                        tree,
                        null,
                        variables.getOrDefault(id, List.of()),
                        null,
                        jobs.getOrDefault(id, List.of()),
                        null,
                        null)));
    }

    /** It is given them, and need not look for them itself. */
    private static void knowsItsJobs(ExecutionEntity execution) {
        execution.setCachedEntityState(
                BitMaskUtil.setBitOff(execution.getCachedEntityState(), ExecutionEntity.JOBS_STATE_BIT));
    }

    private static Map<String, List<ExecutionEntity>> executions(CommandContext command, Collection<String> keys) {
        List<String> each = List.copyOf(keys);
        Map<String, Object> parameters = new HashMap<>();
        IntStream.range(0, each.size()).forEach(n -> parameters.put("key" + n, each.get(n)));
        parameters.put(
                "sql",
                EXECUTIONS.formatted(
                        parameters.keySet().stream().map("#{%s}"::formatted).collect(Collectors.joining(", "))));
        List<Execution> found =
                command.getExecutionManager().findExecutionsByNativeQuery(parameters, 0, Integer.MAX_VALUE);
        return byInstance(found, ExecutionEntity.class, ExecutionEntity::getProcessInstanceId);
    }

    private static Map<String, List<JobEntity>> jobs(CommandContext command, Set<String> instances) {
        JobQueryImpl theirs = new JobQueryImpl();
        theirs.processInstanceIds(instances);
        List<Job> found = command.getJobManager().findJobsByQueryCriteria(theirs, null);
        return byInstance(found, JobEntity.class, JobEntity::getProcessInstanceId);
    }

    private static Map<String, List<VariableInstanceEntity>> variables(CommandContext command, Set<String> instances) {
        VariableInstanceQueryImpl theirs = new VariableInstanceQueryImpl();
        theirs.processInstanceIdIn(instances.toArray(String[]::new));
        List<VariableInstance> found =
                command.getVariableInstanceManager().findVariableInstanceByQueryCriteria(theirs, null);
        return byInstance(found, VariableInstanceEntity.class, VariableInstanceEntity::getProcessInstanceId);
    }

    private static <T> Map<String, List<T>> byInstance(
            Collection<?> found, Class<T> kind, Function<T, String> instance) {
        Map<String, List<T>> byInstance = new HashMap<>();
        found.stream().map(kind::cast).forEach(each -> byInstance
                .computeIfAbsent(instance.apply(each), id -> new ArrayList<>())
                .add(each));
        return byInstance;
    }
}
