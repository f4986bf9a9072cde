package no.forfall.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folder that holds everything the application writes: database, letters, packages for the agency.
 *
 * @param home the folder; relative paths start at the working directory
 */
@ConfigurationProperties("forfall")
public record ForfallHome(@DefaultValue("data") Path home) {

    public ForfallHome {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * A folder of its own inside the home, made when it is missing.
     *
     * @throws UncheckedIOException when it cannot be made
     */
    public Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + home.resolve(name), e);
        }
    }
}
