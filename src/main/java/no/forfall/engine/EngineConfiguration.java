package no.forfall.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.forfall.engine.closing.ClosedExpressions;
import no.forfall.engine.closing.FileGate;
import no.forfall.engine.closing.Gate;
import no.forfall.engine.closing.GatedParseFactory;
import no.forfall.engine.closing.NoScripts;
import no.forfall.engine.timing.Landing;
import no.forfall.identity.People;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.joda.time.DateTimeUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Closes the engine, lets the house listen to it, and gives it the house's clock. */
@Configuration
class EngineConfiguration {

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
            Clock clock) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration engine) {
                DateTimeUtils.setCurrentMillisProvider(clock::millis);
                close(engine, published, landing);
                engine.setCustomPreDeployers(List.of(fileGate));
                engine.setEnsureJobDueDateNotNull(true);
                engine.setHistoryTimeToLive("P180D");
                engine.setEnableCmdExceptionLogging(false);
                listen(engine, tables);
                listen(
                        engine,
                        new Listening(
                                new Observer(events), caseBook::getObject, people::getObject, deciders::getObject));
            }
        };
    }

    private static void listen(ProcessEngineConfigurationImpl engine, TableListener listener) {
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration()
                .getCustomPostDecisionTableEvaluationListeners()
                .add(listener);
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
