package no.forfall.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the diagrams and tables in the folder {@code processes} draw, as {@code diagram/element} and {@code table/row}. */
final class HouseFiles {

    private static final Path FOLDER = Path.of("processes");

    private HouseFiles() {}

    /**
     * Everything that a case can pass: flow nodes, sequence flows and rows. The engine takes no flow from a gateway of events; it
     * goes on from the event that came.
     */
    static Set<String> elementsAndRows() {
        Set<String> all = elements(element -> element instanceof FlowNode
                || element instanceof SequenceFlow flow && !(flow.getSource() instanceof EventBasedGateway));
        all.addAll(rows());
        return all;
    }

    /**
     * Where a case can stand for longer than a transaction: people, timers, messages, and effects that have to be delivered
     * outside the house.
     *
     * @param outside the names of the activities with such effects
     */
    static Set<String> waits(Set<String> outside) {
        List<Class<? extends FlowNode>> waiting =
                List.of(UserTask.class, ReceiveTask.class, IntermediateCatchEvent.class, EventBasedGateway.class);
        return elements(
                element -> waiting.stream().anyMatch(kind -> kind.isInstance(element)) && !isOneOfSeveral(element)
                        || element instanceof ServiceTask task && outside.contains(activity(task)) && !onlyTells(task));
    }

    /** A case stands at the gateway and not at what it waits for there. */
    private static boolean isOneOfSeveral(FlowElement element) {
        return element instanceof IntermediateCatchEvent event
                && event.getPreviousNodes().list().stream().anyMatch(EventBasedGateway.class::isInstance);
    }

    /** No process waits for a letter that only tells. */
    private static boolean onlyTells(ServiceTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(fields -> fields.getCamundaInputParameters().stream())
                .filter(field -> field.getCamundaName().equals("letter")
                        && !field.getTextContent().startsWith("$"))
                .anyMatch(field -> !LetterType.valueOf(field.getTextContent()).demands());
    }

    private static String activity(ServiceTask task) {
        return String.valueOf(task.getCamundaDelegateExpression()).replaceAll("[${}]", "");
    }

    private static Set<String> elements(Predicate<FlowElement> which) {
        return files(".bpmn")
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(diagram -> diagram.getModelElementsByType(FlowElement.class).stream())
                .filter(which)
                .map(element -> process(element).getId() + "/" + element.getId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Process process(ModelElementInstance element) {
        return element instanceof Process process ? process : process(element.getParentElement());
    }

    private static Set<String> rows() {
        return files(".dmn")
                .map(file -> Dmn.readModelFromFile(file.toFile()))
                .flatMap(table -> table.getModelElementsByType(Rule.class).stream())
                .map(row -> ((Decision) row.getParentElement().getParentElement()).getId() + "/" + row.getId())
                .collect(Collectors.toSet());
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
