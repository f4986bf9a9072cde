package no.forfall.engine.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The publish gate: asked each time a diagram is parsed, whichever way it came in. It holds a diagram against
 * {@link AllowedContent} and {@link AllowedValues} and refuses the rest with the element's id.
 */
public final class Gate {

    private final AllowedValues values;
    private final ActivityCheck activities;
    private final CircleCheck circles;

    public Gate(PublishedNames names) {
        this.values = new AllowedValues(new ExpressionGrammar(names));
        this.activities = new ActivityCheck(names);
        this.circles = new CircleCheck(names);
    }

    List<GateFinding> findings(Element root) {
        List<GateFinding> findings = new ArrayList<>();
        visit(root, "definitions", findings);
        return findings;
    }

    private void visit(Element element, String nearestId, List<GateFinding> findings) {
        String id = Optional.ofNullable(element.attribute("id")).orElse(nearestId);
        Optional<String> refused = refusedElement(element);
        if (refused.isPresent()) {
            findings.add(GateFinding.at(element, id, refused.get()));
            return;
        }
        List<String> faults = new ArrayList<>();
        element.attributes().forEach(key -> attributeFault(element, key).ifPresent(faults::add));
        values.textFault(element).ifPresent(faults::add);
        faults.addAll(activities.faults(element));
        circles.fault(element).ifPresent(faults::add);
        faults.forEach(fault -> findings.add(GateFinding.at(element, id, fault)));
        for (Element child : element.elements()) {
            if (!isPicture(element, child)) {
                visit(child, id, findings);
            }
        }
    }

    /** Only beside the process: the engine takes an element by its plain name, whatever namespace it wears. */
    private static boolean isPicture(Element parent, Element child) {
        return parent.getTagName().equals("definitions")
                && child.getTagName().equals("BPMNDiagram")
                && AllowedContent.PICTURE.equals(child.getUri());
    }

    private static Optional<String> refusedElement(Element element) {
        String tag = element.getTagName();
        if (AllowedContent.CAMUNDA.equals(element.getUri())) {
            return AllowedContent.CAMUNDA_ELEMENTS.contains(tag)
                    ? Optional.empty()
                    : Optional.of("'camunda:" + tag + "' is not allowed in a diagram");
        }
        return AllowedContent.BPMN.equals(element.getUri()) && AllowedContent.BPMN_ELEMENTS.contains(tag)
                ? Optional.empty()
                : Optional.of("'" + tag + "' is not allowed in a diagram");
    }

    private Optional<String> attributeFault(Element element, String key) {
        if (key.startsWith(BpmnParser.ACTIVITI_BPMN_EXTENSIONS_NS + ":")) {
            return Optional.of("attributes of another engine are not allowed");
        }
        boolean camunda = key.startsWith(AllowedContent.CAMUNDA + ":");
        String name = camunda ? key.substring(AllowedContent.CAMUNDA.length() + 1) : key;
        return camunda && !AllowedContent.CAMUNDA_ATTRIBUTES.contains(name)
                ? Optional.of("'camunda:" + name + "' is not allowed in a diagram")
                : values.fault(name, element.attribute(key));
    }
}
