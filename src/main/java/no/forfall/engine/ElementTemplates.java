package no.forfall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.shared.LocalText;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/** The activities as element templates: a designer chooses one and sees its fields, here and in Camunda Modeler. */
@Component
public class ElementTemplates {

    private final Catalogue catalogue;
    private final ObjectMapper json;

    ElementTemplates(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /** A JSON array with one template per activity, in the order of their names, labelled in the language. */
    public String in(Locale language) {
        try {
            DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
            return json.writer(lines)
                            .writeValueAsString(catalogue.all().stream()
                                    .map(activity -> template(activity, language))
                                    .toList())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static LocalText label(Activity<?> activity) {
        return ActivityField.label(AopUtils.getTargetClass(activity), activity.name());
    }

    private static Map<String, Object> template(Activity<?> activity, Locale language) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(ordered(
                "type",
                "Hidden",
                "value",
                "${" + activity.name() + "}",
                "binding",
                ordered("type", "property", "name", "camunda:delegateExpression")));
        ActivityField.of(activity).forEach(field -> properties.add(property(field, language)));
        return ordered(
                "$schema",
                "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json",
                "name",
                label(activity).in(language),
                "id",
                "no.forfall." + activity.name(),
                "appliesTo",
                List.of("bpmn:Task", "bpmn:ServiceTask"),
                "elementType",
                ordered("value", "bpmn:ServiceTask"),
                "properties",
                properties);
    }

    private static Map<String, Object> property(ActivityField field, Locale language) {
        Map<String, Object> property = ordered(
                "label", field.label().in(language),
                "type", field.choices().isEmpty() ? "String" : "Dropdown",
                "binding", ordered("type", "camunda:inputParameter", "name", field.name()));
        if (!field.choices().isEmpty()) {
            property.put(
                    "choices",
                    field.choices().stream()
                            .map(choice -> ordered("name", choice.label().in(language), "value", choice.value()))
                            .toList());
        }
        if (field.required()) {
            property.put("constraints", ordered("notEmpty", true));
        }
        return property;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
