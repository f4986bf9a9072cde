package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Holds the values that a person sends against the form, as the browser did: only its fields, each of its type and inside
 * its limits. A field that the form hides by its condition is left out; one that is shown and not sent is null.
 */
@Component
class FormRules {

    private final ObjectMapper json;
    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    FormRules(ObjectMapper json) {
        this.json = json;
    }

    /** The fields that begin with what the process knows by their names. */
    List<String> continued(String form) {
        return fields(form).stream()
                .filter(field -> !field.startsEmpty())
                .map(FormField::key)
                .toList();
    }

    /**
     * @return what the process takes over
     * @throws InvalidForm names every field with a fault
     */
    Map<String, Object> accept(String form, Map<String, Object> values) {
        List<FormField> fields = fields(form);
        Map<String, String> faults = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(key -> fields.stream().noneMatch(field -> field.key().equals(key)))
                .forEach(key -> faults.put(key, "form.unknown"));
        Map<String, Object> accepted = new HashMap<>();
        for (FormField field : fields) {
            if (isHidden(field, fields, values)) {
                continue;
            }
            Object value = values.get(field.key());
            field.fault(value)
                    .ifPresentOrElse(
                            fault -> faults.put(field.key(), fault),
                            () -> accepted.put(field.key(), value == null ? null : field.converted(value)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidForm(faults);
        }
        return accepted;
    }

    private boolean isHidden(FormField field, List<FormField> fields, Map<String, Object> values) {
        Optional<String> condition = field.hiddenWhen();
        if (condition.isEmpty()) {
            return false;
        }
        Map<String, Object> known = new HashMap<>();
        fields.forEach(other -> known.put(other.key(), values.get(other.key())));
        Object hidden = feel.evaluateSimpleExpression(
                condition.get(), Variables.fromMap(known).asVariableContext());
        return Boolean.TRUE.equals(hidden);
    }

    private List<FormField> fields(String form) {
        try {
            List<FormField> fields = new ArrayList<>();
            collect(json.readTree(form).path("components"), fields);
            return fields;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form is not JSON", e);
        }
    }

    private static void collect(JsonNode components, List<FormField> fields) {
        for (JsonNode component : components) {
            if (component.hasNonNull("key") && !component.path("type").asText().equals("button")) {
                fields.add(new FormField(component));
            }
            collect(component.path("components"), fields);
        }
    }
}
