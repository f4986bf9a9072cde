package no.forfall.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.forfall.engine.closing.ClosedExpressions;
import no.forfall.engine.closing.FileGate;
import no.forfall.engine.closing.Gate;
import no.forfall.engine.closing.GatedParseFactory;
import no.forfall.engine.closing.NoScripts;
import no.forfall.engine.running.Batches;
import no.forfall.engine.running.BatchingJobExecutor;
import no.forfall.engine.running.CaseLocks;
import no.forfall.engine.running.CellMemory;
import no.forfall.engine.running.EngineIndexes;
import no.forfall.engine.running.JobIncidents;
import no.forfall.engine.running.RowStatements;
import no.forfall.engine.timing.Landing;
import no.forfall.identity.People;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.joda.time.DateTimeUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;

/** Closes the engine, lets the house listen to it, and gives it the house's clock. */
@Configuration
class EngineConfiguration {

    /** A node takes as many numbers at once; those it has not used when it stops are left out. */
    private static final int IDS_AT_A_TIME = 10_000;

    @Bean
    FileGate fileGate(ObjectMapper json) {
        return new FileGate(json);
    }

    @Bean
    TableListener tableListener(ApplicationEventPublisher events) {
        return new TableListener(events);
    }

    @Bean
    @Order
    AbstractCamundaConfiguration houseRules(
            Published published,
            Landing landing,
            FileGate fileGate,
            TableListener tables,
            ApplicationEventPublisher events,
            ObjectProvider<CaseBook> caseBook,
            ObjectProvider<People> people,
            ObjectProvider<Deciders> deciders,
            DataSource dataSource,
            Clock clock) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration engine) {
                DateTimeUtils.setCurrentMillisProvider(clock::millis);
                close(engine, published, landing);
                engine.setCustomPreDeployers(List.of(fileGate));
                engine.setEnsureJobDueDateNotNull(true);
                engine.setJobExecutorAcquireByDueDate(true);
                engine.setHistoryTimeToLive("P180D");
                engine.setIdBlockSize(IDS_AT_A_TIME);
                engine.setCustomIncidentHandlers(new ArrayList<>(List.of(new JobIncidents())));
                engine.setEnableCmdExceptionLogging(false);
                engine.setCustomSessionFactories(List.of(new RowStatements(engine)));
                decide(engine, tables);
                listen(
                        engine,
                        new Listening(
                                new Observer(events), caseBook::getObject, people::getObject, deciders::getObject));
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine built) {
                EngineIndexes.lay(dataSource);
            }
        };
    }

    @Bean
    CaseLocks caseLocks(ObjectProvider<CaseBook> caseBook) {
        return keys -> caseBook.getObject().lockFree(keys);
    }

    /** Without it, the starter brings the engine's own executor. */
    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
    @ConditionalOnExpression("${forfall.engine.batch:50} > 0")
    BatchingJobExecutor jobExecutor(
            @Qualifier(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
            CamundaBpmProperties properties,
            Batches batches) {
        BatchingJobExecutor executor = new BatchingJobExecutor(batches);
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        JobExecutionProperty set = properties.getJobExecution();
        PropertyMapper map = PropertyMapper.get().alwaysApplyingWhenNonNull();
        map.from(set::getLockTimeInMillis).to(executor::setLockTimeInMillis);
        map.from(set::getMaxJobsPerAcquisition).to(executor::setMaxJobsPerAcquisition);
        map.from(set::getWaitTimeInMillis).to(executor::setWaitTimeInMillis);
        map.from(set::getWaitIncreaseFactor).to(executor::setWaitIncreaseFactor);
        map.from(set::getMaxWait).to(executor::setMaxWait);
        map.from(set::getBackoffTimeInMillis).to(executor::setBackoffTimeInMillis);
        map.from(set::getMaxBackoff).to(executor::setMaxBackoff);
        map.from(set::getBackoffDecreaseThreshold).to(executor::setBackoffDecreaseThreshold);
        return executor;
    }

    private static void decide(ProcessEngineConfigurationImpl engine, TableListener listener) {
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration()
                .getCustomPostDecisionTableEvaluationListeners()
                .add(listener);
        engine.getDmnEngineConfiguration()
                .setFeelEngineFactory(() -> new CellMemory(new ScalaFeelEngineFactory().createInstance()));
    }

    private static void close(ProcessEngineConfigurationImpl engine, Published published, Landing landing) {
        engine.setExpressionManager(new ClosedExpressions(published));
        engine.setBpmnParseFactory(new GatedParseFactory(new Gate(published), landing));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setCmmnEnabled(false);
    }

    private static void listen(ProcessEngineConfigurationImpl engine, BpmnParseListener listener) {
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPreBPMNParseListeners());
        listeners.add(listener);
        engine.setCustomPreBPMNParseListeners(listeners);
    }
}
