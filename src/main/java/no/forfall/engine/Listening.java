package no.forfall.engine;

import java.util.function.Supplier;
import java.util.stream.Stream;
import no.forfall.identity.People;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Puts the house's listeners into every diagram that is parsed: where a token waits, where people work, where a decision
 * table needs fresh facts, and where one process calls another and hands on the case number.
 */
final class Listening extends AbstractBpmnParseListener {

    private final Observer observer;
    private final Supplier<CaseBook> caseBook;
    private final Supplier<People> people;
    private final Supplier<Deciders> deciders;

    Listening(Observer observer, Supplier<CaseBook> caseBook, Supplier<People> people, Supplier<Deciders> deciders) {
        this.observer = observer;
        this.caseBook = caseBook;
        this.people = people;
        this.deciders = deciders;
    }

    private void waits(ActivityImpl activity, String kind) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, observer.arrived(kind));
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, observer.left());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        waits(activity, "userTask");
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, observer.opened());
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, observer.assigned());
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, new Entitlement(people, deciders, fourEyes(element)));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, observer.closed(true));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, observer.closed(false));
    }

    private static @Nullable String fourEyes(Element userTask) {
        return Stream.of(userTask)
                .flatMap(task -> task.elements("extensionElements").stream())
                .flatMap(extension -> extension.elements("properties").stream())
                .flatMap(properties -> properties.elements("property").stream())
                .filter(property -> Entitlement.FOUR_EYES.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        waits(activity, "serviceTask");
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        waits(activity, "serviceTask");
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        waits(activity, "receiveTask");
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        waits(activity, "eventBasedGateway");
    }

    /** An event behind an event-based gateway is waited for at the gateway. */
    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getEventScope() == null || activity.getEventScope() == activity) {
            waits(activity, "intermediateCatchEvent");
        }
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity || scope.getFlowScope() instanceof ProcessDefinitionEntity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, observer.ended());
        }
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        waits(activity, "callActivity");
        CallableElement called = ((CallActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        called.setBusinessKeyValueProvider(new CallersCaseNumber());
    }

    /** The facts are gathered for this one decision and not kept. */
    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setScope(true);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> caseBook.get()
                .routing(Observer.caseNumberOf(execution))
                .forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true))));
    }

    private static final class CallersCaseNumber implements ParameterValueProvider {

        @Override
        public Object getValue(VariableScope scope) {
            return ((ExecutionEntity) scope).getProcessBusinessKey();
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
