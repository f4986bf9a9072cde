package no.forfall.correspondence.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import no.forfall.home.ForfallHome;
import no.forfall.outbox.NotDelivered;

/** A folder of the home, from which somebody else takes what lies there. */
record Folder(ForfallHome home, String name) {

    /**
     * Lays a file there as a whole, in place of an earlier one of that name.
     *
     * @throws NotDelivered when it does not lie there
     */
    void lay(String file, byte[] content) {
        try {
            Path there = home.folder(name);
            Path unfinished = Files.write(there.resolve("." + file + ".part"), content);
            Files.move(
                    unfinished,
                    there.resolve(file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new NotDelivered("The letter cannot be laid into the folder " + name + ": " + e.getMessage(), e);
        }
    }
}
