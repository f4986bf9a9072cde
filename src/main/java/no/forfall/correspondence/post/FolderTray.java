package no.forfall.correspondence.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import no.forfall.home.ForfallHome;
import no.forfall.outbox.NotDelivered;

/** A folder of the home. */
final class FolderTray implements Tray {

    private final ForfallHome home;
    private final String folder;

    FolderTray(ForfallHome home, String folder) {
        this.home = home;
        this.folder = folder;
    }

    @Override
    public void lay(String name, byte[] pdf, byte[] manifest) {
        lay(name + ".pdf", pdf);
        lay(name + ".json", manifest);
    }

    /** A file is either there as a whole or not at all. */
    private void lay(String name, byte[] content) {
        try {
            Path there = home.folder(folder);
            Path unfinished = Files.write(there.resolve("." + name + ".part"), content);
            Files.move(
                    unfinished,
                    there.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new NotDelivered("The letter cannot be laid into the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A second copy takes the place of the first in the same folder. */
    @Override
    public boolean repeatable(boolean here) {
        return here;
    }
}
