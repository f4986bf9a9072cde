package no.forfall.engine.closing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;

/** What a decision table may contain: one expression language, FEEL, and no document type. */
final class TableGate {

    private TableGate() {}

    static List<? extends Problem> findings(byte[] content) {
        try {
            Parse parse = new TableParser().createParse();
            parse.sourceInputStream(new ByteArrayInputStream(content)).name("table");
            parse.setSchemaResource(null);
            parse.execute();
            if (parse.hasErrors()) {
                return parse.getProblems();
            }
            List<GateFinding> findings = new ArrayList<>();
            visit(parse.getRootElement(), "definitions", findings);
            return findings;
        } catch (RuntimeException notXml) {
            return List.of(GateFinding.ofFile("The file is not a decision table: "
                    + Optional.ofNullable(notXml.getCause()).orElse(notXml).getMessage()));
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

    /** The engine's own parser, which keeps lines and takes no document type. */
    private static final class TableParser extends Parser {

        @Override
        public Parse createParse() {
            return new Parse(this) {};
        }
    }
}
