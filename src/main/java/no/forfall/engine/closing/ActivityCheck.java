package no.forfall.engine.closing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
        Set<String> given = new HashSet<>();
        parameters(element, parameter -> given.add(String.valueOf(parameter.attribute("name"))));
        List<String> faults = new ArrayList<>();
        given.stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> faults.add("the activity has no field '" + name + "'"));
        fields.forEach((name, required) -> {
            if (required && !given.contains(name)) {
                faults.add("the field '" + name + "' is not filled in");
            }
        });
        return faults;
    }

    private static void parameters(Element element, Consumer<Element> found) {
        for (Element child : element.elements()) {
            if (child.getTagName().equals("inputParameter")) {
                found.accept(child);
            } else {
                parameters(child, found);
            }
        }
    }
}
