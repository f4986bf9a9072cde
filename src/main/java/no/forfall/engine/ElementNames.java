package no.forfall.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.forfall.shared.OncePerTransaction;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/**
 * The names of a diagram's elements in the reader's language, remembered for each edition. Which edition is the newest is
 * asked once in each transaction.
 */
@Component
class ElementNames {

    private final RepositoryService repository;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final OncePerTransaction<String, Optional<String>> newest = new OncePerTransaction<>();

    ElementNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** The element's id where the newest edition does not know it. */
    String of(String process, String element, Locale language) {
        return newest.of(process, () -> newest(process))
                .map(edition -> known.computeIfAbsent(
                        edition + " " + element + " " + language.getLanguage(),
                        key -> nameIn(repository.getBpmnModelInstance(edition), element, language)))
                .orElse(element);
    }

    private Optional<String> newest(String process) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getId);
    }

    private static String nameIn(BpmnModelInstance model, String element, Locale language) {
        if (!(model.getModelElementById(element) instanceof BaseElement named)) {
            return element;
        }
        String name = named.getAttributeValue("name");
        String plain = name == null ? element : name;
        if (named.getExtensionElements() == null) {
            return plain;
        }
        return named.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> ("name." + language.getLanguage()).equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(plain);
    }
}
