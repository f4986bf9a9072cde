package no.forfall.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.engine.timing.Landing;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A repository, so that a collision inside the engine reaches the callers as one of Spring's. */
@Repository
@Transactional
class CamundaFlow implements Flow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final Landing landing;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CamundaFlow(ProcessEngine engine, Landing landing, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.landing = landing;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void start(String process, CaseNumber caseNumber, Map<String, Object> facts) {
        try {
            runtime.startProcessInstanceByKey(process, caseNumber.value(), facts);
        } catch (NullValueException notPublished) {
            throw new IllegalArgumentException("No process '" + process + "' is published", notPublished);
        }
    }

    @Override
    public int signal(CaseNumber caseNumber, String signal, Map<String, Object> facts) {
        int told = 0;
        for (Waiting waiting : waiting(caseNumber, signal)) {
            if (told == 0 || stillWaits(waiting)) {
                runtime.messageEventReceived(signal, waiting.execution(), facts);
                told++;
            }
        }
        return told;
    }

    private record Waiting(String execution) {}

    /** Callers before the called, asked for in one query. */
    private List<Waiting> waiting(CaseNumber caseNumber, String signal) {
        return jdbc.sql("select s.execution_id_ from act_ru_execution process"
                        + " join act_ru_event_subscr s on s.proc_inst_id_ = process.id_"
                        + " where process.business_key_ = :case and s.event_type_ = 'message' and s.event_name_ = :signal"
                        + " order by process.root_proc_inst_id_ <> process.id_, s.created_, s.id_")
                .param("case", caseNumber.value())
                .param("signal", signal)
                .query((row, number) -> new Waiting(row.getString(1)))
                .list();
    }

    /** The first one that is told may end others. */
    private boolean stillWaits(Waiting waiting) {
        return engine.getCommandExecutorTxRequired().execute(command -> {
            ExecutionEntity execution = command.getExecutionManager().findExecutionById(waiting.execution());
            return execution != null && !execution.isEnded();
        });
    }

    @Override
    public int signalWithDocument(CaseNumber caseNumber, String signal, String variable, String json) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(variable, SpinValues.jsonValue(json).create());
        return signal(caseNumber, signal, facts);
    }

    @Override
    public void hold(CaseNumber caseNumber, String process) {
        ladder(caseNumber, process).forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));
    }

    @Override
    public void resume(CaseNumber caseNumber, String process, long days, PausedDays paused) {
        for (ProcessInstance instance : ladder(caseNumber, process)) {
            runtime.activateProcessInstanceById(instance.getId());
            if (days > 0) {
                Country country = Country.valueOf(String.valueOf(runtime.getVariable(instance.getId(), "country")));
                timers(instance).forEach(timer -> move(caseNumber, timer, country, days));
                runtime.setVariable(instance.getId(), PausedDays.VARIABLE, paused.text());
            }
        }
    }

    private void move(CaseNumber caseNumber, Job timer, Country country, long days) {
        String execution = ((JobEntity) timer).getExecutionId();
        PausedWait wait = PausedWait.of(
                        runtime.getVariableLocal(execution, PausedWait.VARIABLE),
                        timer.getDuedate().toInstant(),
                        country,
                        landing)
                .plus(days);
        runtime.setVariableLocal(execution, PausedWait.VARIABLE, wait.text());
        move(caseNumber, timer, Date.from(wait.ends(country, landing)));
    }

    private void move(CaseNumber caseNumber, Job timer, Date due) {
        management.setJobDuedate(timer.getId(), due);
        String visit = ((ExecutionEntity) runtime.createExecutionQuery()
                        .executionId(((JobEntity) timer).getExecutionId())
                        .singleResult())
                .getActivityInstanceId();
        events.publishEvent(new TokenMoved(caseNumber, visit, due.toInstant()));
    }

    @Override
    public void recount(CaseNumber caseNumber, String process, Map<String, Object> facts) {
        for (ProcessInstance instance : ladder(caseNumber, process)) {
            if (!isCalled(instance)) {
                Map<String, Date> due = new HashMap<>();
                timers(instance).forEach(timer -> due.put(timer.getId(), timer.getDuedate()));
                Map<String, Date> before = reckoned(instance);
                runtime.setVariables(instance.getId(), facts);
                Map<String, Date> after = reckoned(instance);
                timers(instance).forEach(timer -> {
                    String id = timer.getId();
                    boolean later =
                            after.get(id).after(before.get(id)) && after.get(id).after(due.get(id));
                    if (later) {
                        move(caseNumber, timer, after.get(id));
                    } else {
                        management.setJobDuedate(id, due.get(id));
                    }
                });
            }
        }
    }

    private List<Job> timers(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
    }

    /** When the timers end, counted anew with the facts of now. */
    private Map<String, Date> reckoned(ProcessInstance instance) {
        timers(instance).forEach(timer -> management.recalculateJobDuedate(timer.getId(), true));
        return timers(instance).stream().collect(Collectors.toMap(Job::getId, Job::getDuedate));
    }

    @Override
    public void end(CaseNumber caseNumber, String reason) {
        instances(caseNumber).stream()
                .filter(instance -> !isCalled(instance) && !instance.isEnded())
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), reason, false, true));
    }

    @Override
    public void end(CaseNumber caseNumber, String process, String reason) {
        ladder(caseNumber, process).stream()
                .filter(instance -> !isCalled(instance))
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), reason, false, true));
    }

    @Override
    public void conclude(CaseNumber caseNumber, String signal, Map<String, Object> facts, String reason) {
        Runnable conclusion = () -> {
            signal(caseNumber, signal, facts);
            end(caseNumber, reason);
        };
        if (CallingProcess.isRunning()) {
            CallingProcess.beforeCommit(conclusion);
        } else if (!EngineInOneGo.atItsEnd(caseNumber, conclusion)) {
            conclusion.run();
        }
    }

    @Override
    public void whenAtRest(Runnable work) {
        if (CallingProcess.isRunning()) {
            CallingProcess.beforeCommit(work);
        } else if (!EngineInOneGo.afterIt(work)) {
            work.run();
        }
    }

    /** Callers before the called, so that an end above takes what is below with it. */
    private List<ProcessInstance> instances(CaseNumber caseNumber) {
        List<ProcessInstance> all = new ArrayList<>(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .list());
        all.sort((one, other) -> Boolean.compare(isCalled(one), isCalled(other)));
        return all;
    }

    private static boolean isCalled(ProcessInstance instance) {
        return !instance.getRootProcessInstanceId().equals(instance.getId());
    }

    private List<ProcessInstance> ladder(CaseNumber caseNumber, String process) {
        List<ProcessInstance> all = instances(caseNumber);
        return all.stream()
                .filter(instance -> all.stream()
                        .anyMatch(root -> root.getId().equals(instance.getRootProcessInstanceId())
                                && root.getProcessDefinitionKey().equals(process)))
                .toList();
    }
}
