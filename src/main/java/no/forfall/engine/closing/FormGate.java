package no.forfall.engine.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a form may contain: components that the screens can show and whose values can be checked. */
final class FormGate {

    private static final Set<String> COMPONENTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "select",
            "radio",
            "datetime",
            "text",
            "group",
            "separator",
            "spacer",
            "button");

    private final ObjectMapper json;

    FormGate(ObjectMapper json) {
        this.json = json;
    }

    List<GateFinding> findings(byte[] content) {
        try {
            JsonNode form = json.readTree(content);
            if (form == null
                    || !form.path("id").isTextual()
                    || !form.path("components").isArray()) {
                return List.of(GateFinding.ofFile("The form has no id or no components"));
            }
            List<GateFinding> findings = new ArrayList<>();
            visit(form.path("components"), findings);
            return findings;
        } catch (JsonProcessingException e) {
            return List.of(new GateFinding(
                    "The form is not JSON: " + e.getOriginalMessage(),
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    0,
                    null));
        } catch (IOException e) {
            return List.of(GateFinding.ofFile("The form cannot be read"));
        }
    }

    private static void visit(JsonNode components, List<GateFinding> findings) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                String id = component.path("id").asText(component.path("key").asText("a component"));
                findings.add(new GateFinding(
                        "'" + id + "': a component of type '" + type + "' is not allowed in a form", 0, 0, id));
            }
            visit(component.path("components"), findings);
        }
    }
}
