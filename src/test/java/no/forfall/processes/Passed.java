package no.forfall.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/**
 * Notes every element, sequence flow and table row that a case passes, as {@code diagram/element} and {@code table/row}.
 * The notes are one for the JVM, whatever application contexts the tests run in.
 */
@TestComponent
class Passed extends AbstractProcessEnginePlugin {

    private static final Set<String> NOTES = ConcurrentHashMap.newKeySet();

    static Set<String> notes() {
        return Set.copyOf(NOTES);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(new Listening()));
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        engine.setCustomPostBPMNParseListeners(listeners);
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration());
        }
        engine.getDmnEngineConfiguration()
                .getCustomPostDecisionTableEvaluationListeners()
                .add(decided -> decided.getMatchingRules()
                        .forEach(rule -> NOTES.add(decided.getDecision().getKey() + "/" + rule.getId())));
    }

    private static final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            listen(process.getKey(), process);
        }

        private void listen(String diagram, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                activity.addListener(ExecutionListener.EVENTNAME_START, noting(diagram, activity.getId()));
                activity.getOutgoingTransitions().stream()
                        .map(TransitionImpl.class::cast)
                        .forEach(flow -> flow.addExecutionListener(noting(diagram, flow.getId())));
                listen(diagram, activity);
            }
        }

        private static ExecutionListener noting(String diagram, String id) {
            return execution -> NOTES.add(diagram + "/" + id);
        }
    }
}
