package no.forfall.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What tells this node's folder from those of other nodes; it lies in the folder and stays with it. */
@Component
public class HomeId {

    private final String value;

    HomeId(ForfallHome home) {
        try {
            Path file = home.folder(".").resolve("home.id");
            if (!Files.exists(file)) {
                Path unfinished = Files.writeString(
                        home.folder(".").resolve("home.id.part"),
                        UUID.randomUUID().toString());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            value = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + home.home() + " cannot be named", e);
        }
    }

    /** At most 36 characters. */
    public String value() {
        return value;
    }
}
