package no.forfall.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds the home folder for this application alone, so that two never start a database on the same files. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    HomeLock(Path folder) throws IOException {
        channel = FileChannel.open(folder.resolve("forfall.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock() == null) {
            channel.close();
            throw new HomeNotUsable(
                    "Another Forfall already uses the folder " + folder + ".",
                    "Stop it, or start this one with --forfall.home=<another folder>.");
        }
    }

    private @Nullable FileLock tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
