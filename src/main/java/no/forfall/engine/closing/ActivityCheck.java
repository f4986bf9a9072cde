package no.forfall.engine.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Whether a service task names an activity that exists, with the fields that it takes. */
final class ActivityCheck {

    private static final Pattern ACTIVITY = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");
    private static final Set<String> PLACES = Set.of("serviceTask", "sendTask");

    private final PublishedNames names;

    ActivityCheck(PublishedNames names) {
        this.names = names;
    }

    List<String> faults(Element element) {
        String expression = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression");
        if (!PLACES.contains(element.getTagName())) {
            return expression == null ? List.of() : List.of("an activity stands in a service task only");
        }
        if (expression == null) {
            return List.of("no activity is chosen");
        }
        Matcher matcher = ACTIVITY.matcher(expression);
        Optional<Map<String, Boolean>> fields = matcher.matches() ? names.fieldsOf(matcher.group(1)) : Optional.empty();
        return fields.map(known -> fieldFaults(element, known))
                .orElseGet(() -> List.of("there is no activity '" + expression + "'"));
    }

    private static List<String> fieldFaults(Element element, Map<String, Boolean> fields) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        parameters(element, given);
        List<String> faults = new ArrayList<>();
        given.keySet().stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> faults.add("the activity has no field '" + name + "'"));
        fields.forEach((name, required) -> {
            if (required && !given.getOrDefault(name, false)) {
                faults.add("the field '" + name + "' is not filled in");
            }
        });
        return faults;
    }

    /** Collects the names of the input parameters, and whether each is filled in. */
    private static void parameters(Element element, Map<String, Boolean> found) {
        for (Element child : element.elements()) {
            if (child.getTagName().equals("inputParameter")) {
                boolean filled = !child.elements().isEmpty() || !child.getText().isBlank();
                found.put(String.valueOf(child.attribute("name")), filled);
            } else {
                parameters(child, found);
            }
        }
    }
}
