package no.forfall.engine;

import java.util.Map;
import no.forfall.engine.running.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Runs an {@link InsideActivity} in the engine's transaction. */
final class InsideBehavior<I extends Record> implements JavaDelegate {

    private final InsideActivity<I> activity;
    private final Catalogue catalogue;

    InsideBehavior(InsideActivity<I> activity, Catalogue catalogue) {
        this.activity = activity;
        this.catalogue = catalogue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        I input = catalogue.input(activity, Fields.of(execution));
        Map<String, Object> facts = activity.run(Observer.caseNumberOf(execution), input);
        facts.forEach(execution::setVariable);
    }
}
