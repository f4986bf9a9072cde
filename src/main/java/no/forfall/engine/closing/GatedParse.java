package no.forfall.engine.closing;

import java.util.List;
import java.util.Set;
import no.forfall.engine.running.Fields;
import no.forfall.engine.timing.BankingDayTimer;
import no.forfall.engine.timing.Landing;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Parses a diagram only after the gate has let it through, and makes its timers land on banking days. */
final class GatedParse extends BpmnParse {

    private static final Set<String> FIELDS_OF = Set.of("serviceTask", "sendTask");

    private final Gate gate;
    private final Landing landing;

    GatedParse(BpmnParser parser, Gate gate, Landing landing) {
        super(parser);
        this.gate = gate;
        this.landing = landing;
    }

    @Override
    protected void parseRootElement() {
        List<GateFinding> findings = gate.findings(getRootElement());
        getProblems().addAll(findings);
        if (findings.isEmpty()) {
            super.parseRootElement();
        }
    }

    /** The fields of a service or send task need neither variables nor an execution of their own. */
    @Override
    protected void parseActivityInputOutput(Element element, ActivityImpl activity) {
        boolean scope = activity.isScope();
        super.parseActivityInputOutput(element, activity);
        if (FIELDS_OF.contains(element.getTagName()) && Fields.takeFrom(activity)) {
            activity.setScope(scope);
        }
    }

    /** A diagram that names the place of a schema must not make the house fetch it. */
    @Override
    protected String resolveAccessExternalSchemaProperty() {
        return "file, jar:file, jar:nested, nested";
    }

    /** As the engine does it, with a timer of our own kind; the engine has no other place to choose it. */
    @Override
    protected TimerDeclarationImpl parseTimer(Element definition, ActivityImpl activity, String handlerType) {
        TimerDeclarationType type = timerType(definition);
        Expression when = parseExpression(definition, tag(type));
        if (when == null) {
            addError("the timer has no date, duration or cycle", definition, activity.getId());
            throw new ProcessEngineException("The timer '" + activity.getId() + "' has no date, duration or cycle");
        }
        TimerDeclarationImpl timer = new BankingDayTimer(when, type, handlerType, landing);
        timer.setRawJobHandlerConfiguration(activity.getId());
        timer.setExclusive(true);
        timer.setActivity(activity);
        timer.setJobConfiguration(type + ": " + when.getExpressionText());
        timer.setJobPriorityProvider((ParameterValueProvider) activity.getProperty(PROPERTYNAME_JOB_PRIORITY));
        addJobDeclarationToProcessDefinition(timer, (ProcessDefinition) activity.getProcessDefinition());
        return timer;
    }

    private static TimerDeclarationType timerType(Element definition) {
        return List.of(TimerDeclarationType.DATE, TimerDeclarationType.CYCLE).stream()
                .filter(type -> definition.element(tag(type)) != null)
                .findFirst()
                .orElse(TimerDeclarationType.DURATION);
    }

    private static String tag(TimerDeclarationType type) {
        return switch (type) {
            case DATE -> "timeDate";
            case CYCLE -> "timeCycle";
            case DURATION -> "timeDuration";
        };
    }
}
