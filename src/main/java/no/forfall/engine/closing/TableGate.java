package no.forfall.engine.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a decision table may contain: one expression language, FEEL, no document type, and answers that fit their column. */
final class TableGate {

    private TableGate() {}

    static List<GateFinding> findings(byte[] content) {
        try {
            List<GateFinding> findings = new ArrayList<>();
            Element root = XmlFile.read(content);
            visit(root, "definitions", findings);
            findings.addAll(TableCells.findings(root));
            return findings;
        } catch (IllegalArgumentException notXml) {
            return List.of(GateFinding.ofFile("The file is not a decision table: " + notXml.getMessage()));
        }
    }

    private static void visit(Element element, String nearestId, List<GateFinding> findings) {
        String id = Optional.ofNullable(element.attribute("id")).orElse(nearestId);
        element.attributes().stream()
                .filter(name -> name.endsWith("expressionLanguage"))
                .filter(name -> !isFeel(element.attribute(name)))
                .forEach(name -> findings.add(GateFinding.at(element, id, "a decision table speaks FEEL only")));
        element.elements().forEach(child -> visit(child, id, findings));
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel") || language.matches("https?://www\\.omg\\.org/spec/(DMN|FEEL)/.*");
    }
}
