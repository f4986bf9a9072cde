package no.forfall;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reference files that are not part of this repository: a folder {@code shared/data} beside the working directory or
 * beside one of its parents. Where it is absent, the tests that need it report themselves as aborted and say why.
 */
public final class SharedData {

    private SharedData() {}

    /** The file or folder at the path relative to {@code shared/data}, or empty when it is not on this machine. */
    public static Optional<Path> find(String relative) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data").resolve(relative))
                .filter(Files::exists)
                .findFirst();
    }

    /** The file or folder; aborts the running test with a printed reason when it is not on this machine. */
    public static Path require(String relative) {
        var found = find(relative);
        if (found.isEmpty()) {
            System.out.println("Not checked: shared/data/" + relative + " is not beside this project");
        }
        assumeThat(found).as("shared/data/%s is beside this project", relative).isPresent();
        return found.orElseThrow();
    }
}
