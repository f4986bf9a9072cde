package no.forfall.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes the house editions at start-up, before anything else runs: what is new, and what has changed since the last
 * house edition and was not replaced by a designer's own.
 */
@Component
class HouseEditions implements SmartLifecycle {

    static final String SOURCE = "house";
    private static final Logger log = LoggerFactory.getLogger(HouseEditions.class);

    private final EditionFiles files;
    private final RepositoryService repository;
    private final String version;
    private boolean running;

    HouseEditions(
            EditionFiles files,
            RepositoryService repository,
            @Value("${spring.application.version:development}") String version) {
        this.files = files;
        this.repository = repository;
        this.version = version;
    }

    @Override
    public void start() {
        Map<String, byte[]> due = new LinkedHashMap<>();
        files.all().forEach((name, content) -> {
            if (isDue(name, content)) {
                due.put(name, content);
            }
        });
        if (!due.isEmpty()) {
            DeploymentBuilder deployment =
                    repository.createDeployment().name("Forfall " + version).source(SOURCE);
            due.forEach((name, content) -> deployment.addInputStream(name, new java.io.ByteArrayInputStream(content)));
            deployment.deploy();
            log.info("Published the house editions {}", due.keySet());
        }
        running = true;
    }

    private boolean isDue(String name, byte[] content) {
        List<Deployment> holding = new ArrayList<>(holding(name));
        if (holding.isEmpty()) {
            return true;
        }
        boolean replaced = !SOURCE.equals(holding.get(0).getSource());
        boolean changed = holding.stream()
                .filter(deployment -> SOURCE.equals(deployment.getSource()))
                .findFirst()
                .map(deployment -> !Arrays.equals(read(deployment, name), content))
                .orElse(true);
        if (replaced && changed) {
            log.info("A newer house edition of {} is not published, since a designer has replaced it", name);
        }
        return changed && !replaced;
    }

    /** The deployments that hold a file of that name, newest first. */
    private List<Deployment> holding(String name) {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains(name))
                .toList();
    }

    private byte[] read(Deployment deployment, String name) {
        try (var stream = repository.getResourceAsStream(deployment.getId(), name)) {
            return stream.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
