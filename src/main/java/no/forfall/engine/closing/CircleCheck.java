package no.forfall.engine.closing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Finds a way through a process that comes back to itself without a wait: the engine would run it for ever. */
final class CircleCheck {

    private static final Set<String> WAITS = Set.of(
            "userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "subProcess");

    private final PublishedNames names;

    CircleCheck(PublishedNames names) {
        this.names = names;
    }

    Optional<String> fault(Element scope) {
        Set<String> waiting = new HashSet<>();
        Map<String, List<String>> ways = new HashMap<>();
        for (Element element : scope.elements()) {
            if (waits(element)) {
                waiting.add(element.attribute("id"));
            } else if (element.getTagName().equals("sequenceFlow")) {
                ways.computeIfAbsent(element.attribute("sourceRef"), source -> new ArrayList<>())
                        .add(element.attribute("targetRef"));
            }
        }
        ways.keySet().removeAll(waiting);
        return endless(ways)
                .map(id -> "a way leads from '" + id
                        + "' back to it without a wait; put a wait or a step for a person in it");
    }

    private boolean waits(Element element) {
        String activity = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression");
        return WAITS.contains(element.getTagName())
                || activity != null && names.waitsAt(activity.replaceAll("[${}\\s]", ""));
    }

    /** Takes away, again and again, what leads nowhere and what nothing leads to; what is left are circles. */
    private static Optional<String> endless(Map<String, List<String>> ways) {
        boolean changed = true;
        while (changed) {
            Set<String> reached = ways.values().stream().flatMap(List::stream).collect(Collectors.toSet());
            changed = ways.entrySet()
                    .removeIf(way -> !reached.contains(way.getKey())
                            || way.getValue().stream().noneMatch(ways::containsKey));
        }
        return ways.keySet().stream().sorted().findFirst();
    }
}
