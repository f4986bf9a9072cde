package no.forfall.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CamundaEditions implements Editions {

    private static final int MOST = 200;

    private final RepositoryService repository;
    private final ManagementService management;
    private final EditionCheck check;
    private final EditionNotes notes;
    private final FormDefinitions forms;
    private final ElementNames names;
    private final ApplicationEventPublisher events;

    CamundaEditions(
            RepositoryService repository,
            ManagementService management,
            EditionCheck check,
            EditionNotes notes,
            FormDefinitions forms,
            ElementNames names,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.management = management;
        this.check = check;
        this.notes = notes;
        this.forms = forms;
        this.names = names;
        this.events = events;
    }

    @Override
    public List<Edition> newest() {
        return newestDefinitions()
                .map(this::edition)
                .sorted(Comparator.comparing(Edition::kind).thenComparing(Edition::name))
                .toList();
    }

    private Stream<ResourceDefinition> newestDefinitions() {
        return Stream.of(
                        repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .list(),
                        repository
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .list(),
                        forms.newest())
                .flatMap(List::stream);
    }

    @Override
    public List<Edition> history(Edition.Kind kind, String key) {
        List<? extends ResourceDefinition> all =
                switch (kind) {
                    case PROCESS ->
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .orderByProcessDefinitionVersion()
                                .desc()
                                .listPage(0, MOST);
                    case DECISION ->
                        repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .orderByDecisionDefinitionVersion()
                                .desc()
                                .listPage(0, MOST);
                    case FORM -> forms.history(key);
                };
        return all.stream().map(this::edition).toList();
    }

    @Override
    public Optional<Edition> newest(Edition.Kind kind, String key) {
        return history(kind, key).stream().findFirst();
    }

    private Edition edition(ResourceDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        EditionNotes.Note note = notes.of(deployment);
        return new Edition(
                definition.getId(),
                kind(definition),
                definition.getKey(),
                nameOf(definition),
                definition.getVersion(),
                definition.getResourceName(),
                HouseEditions.SOURCE.equals(deployment.getSource()),
                note.author(),
                note.text(),
                deployment.getDeploymentTime().toInstant());
    }

    /** The engine gives forms no name. */
    private static String nameOf(ResourceDefinition definition) {
        return kind(definition) == Edition.Kind.FORM || definition.getName() == null
                ? definition.getKey()
                : definition.getName();
    }

    private static Edition.Kind kind(ResourceDefinition definition) {
        if (definition instanceof ProcessDefinition) {
            return Edition.Kind.PROCESS;
        }
        return definition instanceof org.camunda.bpm.engine.repository.DecisionDefinition
                ? Edition.Kind.DECISION
                : Edition.Kind.FORM;
    }

    @Override
    public Optional<Edition> find(String editionId) {
        return definition(editionId).map(this::edition);
    }

    @Override
    public Optional<byte[]> source(String editionId) {
        return definition(editionId)
                .map(definition -> read(
                        repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())));
    }

    private Optional<ResourceDefinition> definition(String id) {
        return Optional.<ResourceDefinition>ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .singleResult())
                .or(() -> Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(id)
                        .singleResult()))
                .or(() -> forms.find(id));
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<EditionFinding> check(String file, byte[] content) {
        return check.findings(file, content);
    }

    @Override
    @Transactional
    public Edition publish(String file, byte[] content, String author, String note) {
        List<EditionFinding> findings = check.findings(file, content);
        if (findings.stream().anyMatch(finding -> finding.severity() == EditionFinding.Severity.ERROR)) {
            throw new EditionRefused(findings);
        }
        Deployment deployment = repository
                .createDeployment()
                .name(note)
                .source("studio")
                .addInputStream(file, new ByteArrayInputStream(content))
                .deploy();
        notes.keep(deployment, author, note);
        Edition published = newestDefinitions()
                .filter(definition -> definition.getDeploymentId().equals(deployment.getId()))
                .findFirst()
                .map(this::edition)
                .orElseThrow(() -> new IllegalStateException("The file " + file + " held nothing to publish"));
        events.publishEvent(new EditionPublished(published.kind(), published.key()));
        return published;
    }

    @Override
    public Map<String, Long> running() {
        return management.createProcessDefinitionStatisticsQuery().list().stream()
                .collect(Collectors.toMap(
                        ProcessDefinitionStatistics::getId, statistics -> (long) statistics.getInstances()));
    }

    @Override
    public String title(Edition edition, Locale language) {
        return edition.kind() == Edition.Kind.PROCESS
                ? names.of(edition.key(), edition.key(), language)
                : edition.name();
    }

    @Override
    public String elementName(String process, String element, Locale language) {
        return names.of(process, element, language);
    }
}
