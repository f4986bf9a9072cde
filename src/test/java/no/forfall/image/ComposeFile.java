package no.forfall.image;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml says. */
record ComposeFile(JsonNode content) {

    private static final ObjectMapper YAML = new ObjectMapper();

    static ComposeFile read() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            // unlike Jackson, it follows the anchors
            return new ComposeFile(YAML.valueToTree(new Yaml().load(file)));
        }
    }

    JsonNode service(String name) {
        JsonNode service = content.at("/services/" + name);
        if (service.isMissingNode()) {
            throw new AssertionError("docker-compose.yml has no service " + name);
        }
        return service;
    }

    Map<String, String> environment(String service) {
        return YAML.convertValue(
                service(service).path("environment"), new TypeReference<LinkedHashMap<String, String>>() {});
    }

    List<String> command(String service) {
        return YAML.convertValue(service(service).path("command"), new TypeReference<>() {});
    }

    /** Where a volume is seen inside the containers of a service. */
    String mounted(String volume, String service) {
        return StreamSupport.stream(service(service).path("volumes").spliterator(), false)
                .map(mount -> mount.asText().split(":"))
                .filter(mount -> mount[0].equals(volume))
                .map(mount -> mount[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError(service + " does not mount " + volume));
    }
}
