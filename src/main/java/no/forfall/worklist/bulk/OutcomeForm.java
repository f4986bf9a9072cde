package no.forfall.worklist.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import no.forfall.ui.Languages;

/**
 * A form that needs nothing but an outcome: one field must be filled, and it is a choice.
 *
 * @param field the key of the field
 * @param outcomes what may be chosen, in the form's order
 */
record OutcomeForm(String field, List<Outcome> outcomes) {

    record Outcome(String value, String label) {}

    /** @param form Camunda Form JSON; empty when it asks for more, or for nothing */
    static Optional<OutcomeForm> of(JsonNode form, Locale language) {
        List<JsonNode> required = new ArrayList<>();
        collect(form.path("components"), required);
        if (required.size() != 1) {
            return Optional.empty();
        }
        JsonNode only = required.get(0);
        boolean choice = List.of("radio", "select").contains(only.path("type").asText())
                && !only.has("conditional")
                && !only.path("values").isEmpty();
        return choice
                ? Optional.of(new OutcomeForm(only.path("key").asText(), outcomes(only, language)))
                : Optional.empty();
    }

    private static void collect(JsonNode components, List<JsonNode> required) {
        for (JsonNode component : components) {
            if (component.path("validate").path("required").asBoolean(false)) {
                required.add(component);
            }
            collect(component.path("components"), required);
        }
    }

    private static List<Outcome> outcomes(JsonNode field, Locale language) {
        String tongue = Languages.closestTo(language).getLanguage();
        return StreamSupport.stream(field.path("values").spliterator(), false)
                .map(option -> new Outcome(
                        option.path("value").asText(),
                        field.path("properties")
                                .path("value." + option.path("value").asText() + "." + tongue)
                                .asText(option.path("label").asText())))
                .toList();
    }
}
