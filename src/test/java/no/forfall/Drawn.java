package no.forfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.engine.Edition;
import no.forfall.engine.EditionFinding;
import no.forfall.engine.Editions;

/** A diagram that goes straight from its start to its end, as a designer may draw and publish it. */
public final class Drawn {

    private final String key;
    private final List<String> elements = new ArrayList<>();

    private Drawn(String key) {
        this.key = key;
    }

    public static Drawn diagram(String key) {
        return new Drawn(key);
    }

    /** @param end an expression such as {@code ${timing.daysAfterDue(5, 0)}} */
    public Drawn waitsUntil(String end) {
        return timer("timeDate", end);
    }

    public Drawn waitsFor(String duration) {
        return timer("timeDuration", duration);
    }

    private Drawn timer(String kind, String time) {
        return add("<bpmn:intermediateCatchEvent id=\"%s\" name=\"Wait\"><bpmn:timerEventDefinition id=\"%s\">"
                + "<bpmn:" + kind + " xsi:type=\"bpmn:tFormalExpression\">" + time + "</bpmn:" + kind + ">"
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
    }

    public Drawn sends(String letter, int daysToPay) {
        return sends(letter, daysToPay, "");
    }

    /** A letter that would rather wait than leave without its fee. */
    public Drawn sendsWithFee(String letter, int daysToPay) {
        return sends(letter, daysToPay, "<camunda:inputParameter name=\"withFee\">true</camunda:inputParameter>");
    }

    private Drawn sends(String letter, int daysToPay, String withFee) {
        return add("<bpmn:serviceTask id=\"%s\" name=\"" + letter + "\" camunda:delegateExpression=\"${sendLetter}\">"
                + "<bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:inputParameter name=\"letter\">" + letter + "</camunda:inputParameter>"
                + "<camunda:inputParameter name=\"daysToPay\">" + daysToPay + "</camunda:inputParameter>"
                + withFee
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>");
    }

    public Drawn handsOver() {
        return add("<bpmn:serviceTask id=\"%s\" name=\"Hand over\" camunda:delegateExpression=\"${handOver}\"/>");
    }

    /** @param fields what the activity is given */
    public Drawn calls(String activity, Map<String, String> fields) {
        String filled = fields.entrySet().stream()
                .map(field -> "<camunda:inputParameter name=\"" + field.getKey() + "\">" + field.getValue()
                        + "</camunda:inputParameter>")
                .collect(Collectors.joining());
        return add("<bpmn:serviceTask id=\"%s\" name=\"Step\" camunda:delegateExpression=\"${" + activity + "}\">"
                + "<bpmn:extensionElements><camunda:inputOutput>" + filled
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>");
    }

    /** @param activity one that needs no fields */
    public Drawn calls(String activity) {
        return add("<bpmn:serviceTask id=\"%s\" name=\"Step\" camunda:delegateExpression=\"${" + activity + "}\"/>");
    }

    private Drawn add(String element) {
        String id = "step" + (elements.size() + 1);
        elements.add(element.replaceFirst("%s", id).replaceFirst("%s", id + "Timer"));
        return this;
    }

    /** Publishes it through the same check as the studio. */
    public Edition publish(Editions editions) {
        String file = key + ".bpmn";
        byte[] xml = xml().getBytes(StandardCharsets.UTF_8);
        assertThat(editions.check(file, xml)).noneMatch(finding -> finding.severity() == EditionFinding.Severity.ERROR);
        return editions.publish(file, xml, "designer", "In a hurry");
    }

    private String xml() {
        StringBuilder body = new StringBuilder("<bpmn:startEvent id=\"step0\"/>");
        for (int at = 0; at <= elements.size(); at++) {
            String next = at == elements.size() ? "done" : "step" + (at + 1);
            body.append(
                    "<bpmn:sequenceFlow id=\"f" + at + "\" sourceRef=\"step" + at + "\" targetRef=\"" + next + "\"/>");
            body.append(at == elements.size() ? "<bpmn:endEvent id=\"done\" name=\"Done\"/>" : elements.get(at));
        }
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions"
                    targetNamespace="https://forfall.example/processes">
                  <bpmn:process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P180D">%s</bpmn:process>
                </bpmn:definitions>
                """.formatted(key, key, body);
    }
}
