package no.forfall.correspondence.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import no.forfall.home.ForfallHome;
import no.forfall.outbox.NotDelivered;

/** Lays letters into the folder {@code letters/print} of the home, from which they are printed and posted. */
final class PrintPost implements Post {

    private final ForfallHome home;

    PrintPost(ForfallHome home) {
        this.home = home;
    }

    /** The name is made of the key: a second copy takes the place of the first in the same folder. */
    @Override
    public boolean repeatable(boolean here) {
        return here;
    }

    /** A file is either there as a whole or not at all. */
    @Override
    public String deliver(Parcel parcel) {
        String name = parcel.caseNumber() + "-" + parcel.letterId() + ".pdf";
        try {
            Path folder = home.folder("letters/print");
            Path unfinished = Files.write(folder.resolve("." + name + ".part"), parcel.content());
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException e) {
            throw new NotDelivered("The letter cannot be laid into the folder for printing: " + e.getMessage(), e);
        }
    }
}
