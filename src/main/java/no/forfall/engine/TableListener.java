package no.forfall.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.instance.CoreExecution;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Tells which row of a table answered: to the case whose process asked, or to whoever asks in this thread. */
final class TableListener implements DmnDecisionTableEvaluationListener {

    private final ApplicationEventPublisher events;
    private final ThreadLocal<@Nullable Consumer<TableAnswer>> asking = new ThreadLocal<>();

    TableListener(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Hears the answers given in this thread while the question is asked. */
    void during(Runnable question, Consumer<TableAnswer> hearing) {
        asking.set(hearing);
        try {
            question.run();
        } finally {
            asking.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        TableAnswer answer = answer(event);
        Consumer<TableAnswer> hearing = asking.get();
        if (hearing != null) {
            hearing.accept(answer);
        } else {
            asker().ifPresent(number -> events.publishEvent(told(number, answer)));
        }
    }

    private static TableDecided told(CaseNumber number, TableAnswer answer) {
        String rows = joined(answer, row -> String.valueOf(row.number()), ", ");
        String notes = joined(answer, TableRow::note, "; ");
        return new TableDecided(
                number,
                answer.table(),
                answer.name(),
                answer.version(),
                rows.isEmpty() ? "–" : rows,
                notes.isEmpty() ? null : notes,
                answer.inputs(),
                answer.outputs());
    }

    private static String joined(TableAnswer answer, Function<TableRow, String> part, String between) {
        return answer.rows().stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
    }

    private static Optional<CaseNumber> asker() {
        return Optional.ofNullable(Context.getCoreExecutionContext())
                .map(context -> (CoreExecution) context.getExecution())
                .filter(ExecutionEntity.class::isInstance)
                .map(execution -> Observer.caseNumberOf((ExecutionEntity) execution));
    }

    private static TableAnswer answer(DmnDecisionTableEvaluationEvent event) {
        DecisionDefinitionEntity table = (DecisionDefinitionEntity) event.getDecision();
        Map<String, Object> inputs = new LinkedHashMap<>();
        event.getInputs().forEach(input -> put(inputs, input.getName(), input.getValue()));
        Map<String, Object> outputs = new LinkedHashMap<>();
        event.getMatchingRules().forEach(rule -> rule.getOutputEntries()
                .forEach((name, output) -> put(outputs, output.getOutputName(), output.getValue())));
        return new TableAnswer(
                table.getKey(), table.getName(), table.getVersion(), rows(event, table), inputs, outputs);
    }

    private static void put(Map<String, Object> values, @Nullable String name, @Nullable TypedValue value) {
        if (name != null && value != null && value.getValue() != null) {
            values.put(name, value.getValue());
        }
    }

    private static List<TableRow> rows(DmnDecisionTableEvaluationEvent event, DecisionDefinitionEntity table) {
        DmnModelInstance model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(table.getId());
        var rules = ((DmnDecisionTableImpl) table.getDecisionLogic()).getRules();
        Map<String, Integer> numbers = IntStream.range(0, rules.size())
                .boxed()
                .collect(Collectors.toMap(index -> rules.get(index).getId(), Function.identity()));
        return event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .map(id -> new TableRow(numbers.get(id) + 1, note(model, id)))
                .toList();
    }

    private static String note(DmnModelInstance model, String rule) {
        return model.getModelElementById(rule) instanceof Rule row && row.getDescription() != null
                ? row.getDescription().getTextContent()
                : "";
    }
}
