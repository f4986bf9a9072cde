package no.forfall.image;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a container of the image runs, where, and from which file of the build. */
record Dockerfile(List<String> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Dockerfile read() throws IOException {
        return new Dockerfile(Files.readAllLines(Path.of("Dockerfile")));
    }

    List<String> command() throws IOException {
        List<String> command =
                new ArrayList<>(JSON.readValue(last("ENTRYPOINT"), new TypeReference<List<String>>() {}));
        command.addAll(JSON.readValue(last("CMD"), new TypeReference<List<String>>() {}));
        return command;
    }

    String folder() {
        return last("WORKDIR");
    }

    Path packaged() {
        String[] words = last("COPY").split(" ");
        return Path.of(words[words.length - 2]);
    }

    String installed() {
        String[] words = last("COPY").split(" ");
        return words[words.length - 1];
    }

    private String last(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(instruction.length()).strip())
                .orElseThrow(() -> new AssertionError("The Dockerfile has no " + instruction));
    }
}
