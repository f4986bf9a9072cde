package no.forfall.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.forfall.engine.EditionFinding.Severity;
import no.forfall.engine.closing.XmlFile;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a diagram runs without but its readers miss: names, and the picture. */
final class DiagramAdvice {

    private static final Set<String> NAMED = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity");

    private DiagramAdvice() {}

    /** @param content a diagram that the check has let through */
    static List<EditionFinding> on(byte[] content) {
        Element root = XmlFile.read(content);
        List<EditionFinding> advice = new ArrayList<>();
        if (root.elements().stream().noneMatch(child -> tag(child).equals("BPMNDiagram"))) {
            advice.add(new EditionFinding(
                    null, 0, "The diagram has no picture: it runs, but nobody can look at it", Severity.WARNING));
        }
        visit(root, advice);
        return advice;
    }

    private static void visit(Element element, List<EditionFinding> advice) {
        String name = element.attribute("name");
        if (NAMED.contains(tag(element)) && (name == null || name.isBlank())) {
            advice.add(new EditionFinding(
                    element.attribute("id"),
                    element.getLine(),
                    "'" + element.attribute("id") + "': give it a name that says what happens here",
                    Severity.WARNING));
        }
        element.elements().forEach(child -> visit(child, advice));
    }

    private static String tag(Element element) {
        return element.getTagName().replaceFirst("^.*:", "");
    }
}
