package no.forfall.engine.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The publish gate: asked each time a diagram is parsed, whichever way it came in. It holds a diagram against
 * {@link AllowedContent} and refuses the rest with the element's name.
 */
public final class Gate {

    private static final Pattern SHORT_CYCLE = Pattern.compile("R\\d*/PT(\\d+S|[1-5]?\\dM(\\d+S)?)(/.*)?");

    private final ExpressionGrammar grammar;
    private final ActivityCheck activities;

    public Gate(PublishedNames names) {
        this.grammar = new ExpressionGrammar(new PublishedMethods(names.functionTypes()));
        this.activities = new ActivityCheck(names);
    }

    List<GateFinding> findings(Element root) {
        List<GateFinding> findings = new ArrayList<>();
        visit(root, "definitions", findings);
        return findings;
    }

    private void visit(Element element, String nearestId, List<GateFinding> findings) {
        if (AllowedContent.DRAWING.contains(element.getUri())) {
            return;
        }
        String id = Optional.ofNullable(element.attribute("id")).orElse(nearestId);
        refusedElement(element).ifPresentOrElse(fault -> findings.add(new GateFinding(element, id, fault)), () -> {
            element.attributes().forEach(key -> attributeFault(element, key)
                    .ifPresent(fault -> findings.add(new GateFinding(element, id, fault))));
            textFault(element).ifPresent(fault -> findings.add(new GateFinding(element, id, fault)));
            activities.faults(element).forEach(fault -> findings.add(new GateFinding(element, id, fault)));
            element.elements().forEach(child -> visit(child, id, findings));
        });
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
        String value = element.attribute(key);
        if (camunda && !AllowedContent.CAMUNDA_ATTRIBUTES.contains(name)) {
            return Optional.of("'camunda:" + name + "' is not allowed in a diagram");
        }
        if (name.equals("formRefBinding") && !value.equals("latest")) {
            return Optional.of("a form is bound as 'latest'");
        }
        if (name.equals("language")) {
            return Optional.of("'" + name + "' is not allowed: expressions have one language");
        }
        if (name.equals("calledElement") && ExpressionGrammar.looksLikeExpression(value)) {
            return Optional.of("a called process is named, not computed");
        }
        return expressionFault(value);
    }

    private Optional<String> textFault(Element element) {
        String text = element.getText() == null ? "" : element.getText().strip();
        if (element.getTagName().equals("timeCycle")
                && SHORT_CYCLE.matcher(text).matches()) {
            return Optional.of("a timer may not repeat within the hour");
        }
        return expressionFault(text);
    }

    private Optional<String> expressionFault(@Nullable String value) {
        return value != null && ExpressionGrammar.looksLikeExpression(value)
                ? grammar.fault(value).map(fault -> "'" + value + "': " + fault)
                : Optional.empty();
    }
}
