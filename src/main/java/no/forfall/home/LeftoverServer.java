package no.forfall.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the database server that stays alive when an application was killed. Called only by the holder of the lock. */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final int PATIENCE_SECONDS = 20;

    private LeftoverServer() {}

    static void endIn(Path files) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).filter(LeftoverServer::isPostgres).ifPresent(LeftoverServer::end);
        Files.deleteIfExists(pidFile);
    }

    /** The number may meanwhile belong to another program; that one is left alone. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static void end(ProcessHandle server) {
        log.info("Ending the database server {} that an earlier run left behind", server.pid());
        server.destroy();
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while ending database server " + server.pid(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot end database server " + server.pid(), e);
        }
    }
}
