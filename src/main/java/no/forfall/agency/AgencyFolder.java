package no.forfall.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import no.forfall.outbox.NotDelivered;

/** Puts messages into a folder, from which the agency or a person takes them. A file there is always complete. */
final class AgencyFolder implements AgencyLine {

    private final Path folder;

    AgencyFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String send(AgencyMessage message) {
        Path file = folder.resolve(message.file());
        try {
            Files.createDirectories(folder);
            Path part = Files.writeString(folder.resolve(message.file() + ".part"), message.json());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file.getFileName().toString();
        } catch (IOException e) {
            throw new NotDelivered("The file " + file + " could not be written: " + e.getMessage(), e);
        }
    }
}
