package no.forfall.notes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the program of the settings about a file, without a shell and no longer than the settings say. */
final class ScanCommand {

    private static final Logger log = LoggerFactory.getLogger(ScanCommand.class);
    private static final int CLEAN = 0;
    private static final int HARMFUL = 1;

    private final AttachmentSettings settings;

    ScanCommand(AttachmentSettings settings) {
        this.settings = settings;
    }

    /** What the program says; empty when it says nothing, fails, cannot be started or takes too long. */
    Optional<Attachment.Scan> ask(byte[] content) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(settings.scanCommand())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            log.error("Files cannot be scanned: {}", missing.getMessage());
            return Optional.empty();
        }
        try {
            Thread feeding = new Thread(() -> feed(process, content), "scan");
            feeding.setDaemon(true);
            feeding.start();
            if (!process.waitFor(settings.scanLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                log.error("Scanning a file took longer than {}", settings.scanLimit());
                return Optional.empty();
            }
            return verdict(process.exitValue());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A program that has seen enough closes its ear. */
    private static void feed(Process process, byte[] content) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(content);
        } catch (IOException enough) {
            log.debug("A file was not read to its end: {}", enough.getMessage());
        }
    }

    private static Optional<Attachment.Scan> verdict(int end) {
        return switch (end) {
            case CLEAN -> Optional.of(Attachment.Scan.CLEAN);
            case HARMFUL -> Optional.of(Attachment.Scan.REFUSED);
            default -> {
                log.error("Scanning a file ended with {}", end);
                yield Optional.empty();
            }
        };
    }
}
