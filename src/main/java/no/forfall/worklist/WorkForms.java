package no.forfall.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.casefile.Concealment;
import no.forfall.casefile.Plans;
import no.forfall.engine.Editions;
import no.forfall.engine.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is asked about an item: its title and its form as Camunda Form JSON. */
@Component
public class WorkForms {

    private final Steps steps;
    private final Proposals proposals;
    private final Editions editions;
    private final Plans plans;
    private final Concealment concealment;
    private final MessageSource messages;
    private final ObjectMapper json;

    WorkForms(
            Steps steps,
            Proposals proposals,
            Editions editions,
            Plans plans,
            Concealment concealment,
            MessageSource messages,
            ObjectMapper json) {
        this.steps = steps;
        this.proposals = proposals;
        this.editions = editions;
        this.plans = plans;
        this.concealment = concealment;
        this.messages = messages;
        this.json = json;
    }

    /** What is to be done, as a phrase in the reader's language. */
    public String title(WorkItem item, Locale language) {
        String name = editions.elementName(item.process(), item.element(), language);
        String step = name.equals(item.element()) ? item.name() : name;
        return item.kind() == WorkItem.Kind.STEP
                ? step
                : messages.getMessage("worklist.kind." + item.kind() + ".title", new Object[] {step}, language);
    }

    /** Why a person is asked, in the reader's language; null for a step. */
    public @Nullable String reason(WorkItem item, Locale language) {
        return plans.sentence(item.reason(), language);
    }

    /**
     * The step's own form, an empty one where the diagram names none, or the outcomes to choose from.
     *
     * @throws no.forfall.engine.StepGone when the step was done meanwhile
     */
    public String form(WorkItem item, Locale language) {
        return item.kind() == WorkItem.Kind.STEP
                ? steps.form(item.id()).orElseGet(() -> write(form(item.id(), List.of())))
                : write(form(item.kind().name(), List.of(outcomes(item, language))));
    }

    /** What the fields hold to begin with: what the process knows, and what the house proposes where a field asks for it. */
    public Map<String, Object> values(WorkItem item) {
        if (item.kind() != WorkItem.Kind.STEP) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>(proposals.of(item));
        values.putAll(steps.values(item.id()));
        return concealment.of(item.caseNumber()).over(values);
    }

    private Map<String, Object> outcomes(WorkItem item, Locale language) {
        return Map.of(
                "type",
                "radio",
                "id",
                "outcome",
                "key",
                "outcome",
                "label",
                messages.getMessage("worklist.outcome", null, language),
                "validate",
                Map.of("required", true),
                "values",
                item.kind().outcomes().stream()
                        .map(outcome -> Map.of(
                                "value",
                                outcome.name(),
                                "label",
                                messages.getMessage("worklist.outcome." + outcome, null, language)))
                        .toList());
    }

    private static Map<String, Object> form(String id, List<Map<String, Object>> components) {
        return Map.of("type", "default", "schemaVersion", 16, "id", "form-" + id, "components", components);
    }

    private String write(Map<String, Object> form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
