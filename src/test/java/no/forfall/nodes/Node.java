package no.forfall.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.forfall.image.OrdinaryUser;

/** A packaged application in a process of its own, with a folder of its own. It can be started again after its end. */
public final class Node implements AutoCloseable {

    /** A busy machine needs minutes for what an idle one does in twenty seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(12);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port;
    private final Path folder;
    private final List<String> command;
    private Process process;

    /** @param command starts the application; port and home folder are added */
    Node(String name, int port, Path folder, List<String> command) {
        this.name = name;
        this.port = port;
        this.folder = folder;
        this.command = command;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Everything that it has said, over all its lives. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return folder.resolve(name + ".log");
    }

    /** Begins to start; {@link #awaitReady} waits for the end of it. */
    public void start() {
        assertThat(isAlive()).as("%s runs already", name).isFalse();
        try {
            Path home = folder.resolve(name);
            if (!Files.exists(home)) {
                OrdinaryUser.folder(folder, name);
            }
            process = OrdinaryUser.start(
                    Stream.concat(command.stream(), List.of("--server.port=" + port, "--forfall.home=" + home).stream())
                            .toList(),
                    home,
                    Map.of(),
                    logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .failFast(name + " has ended", () -> !isAlive())
                .until(this::isReady);
    }

    /** Whether it would take requests, in its own words. */
    public boolean isReady() {
        return readiness() == 200;
    }

    /** The status of its readiness probe; 0 when nobody answers. */
    int readiness() {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(url("/actuator/health/readiness"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it says about the business time; what kept it from answering otherwise. */
    String time() {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(url("/api/demo/clock"))
                                    .header("Authorization", Load.basic("manager"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException nobody) {
            return nobody.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Asks it to stop (SIGTERM) without waiting. */
    public void askToStop() {
        process.destroy();
    }

    /** Asks it to stop (SIGTERM) and waits until it has. */
    public void stop() {
        askToStop();
        awaitEnd();
    }

    public void awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends", name)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it at once (SIGKILL); it does nothing more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it stand still (SIGSTOP); its connections stay open. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void wake() {
        signal("CONT");
    }

    /** How often its log has these words. */
    long hasSaid(String words) {
        return log().lines().filter(line -> line.contains(words)).count();
    }

    /** From now on it can write the beginning of a letter, but not all of it, as on a full disk. Its log has a gap meanwhile. */
    public void fillDisk() {
        limitFiles("4096:");
    }

    /** It can write whole files again. */
    public void emptyDisk() {
        limitFiles("unlimited:");
    }

    private void limitFiles(String size) {
        try {
            int done = OrdinaryUser.start(
                            List.of("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + size),
                            folder,
                            Map.of(),
                            folder.resolve("prlimit.log"))
                    .waitFor();
            assertThat(done).as("prlimit --fsize=%s %s", size, name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The letters that lie in its folder to be printed. */
    List<String> printed() {
        Path letters = folder.resolve(name).resolve("letters/print");
        if (!Files.exists(letters)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(letters)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".pdf"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A counter among its metrics, from its last start. */
    double counted(String counter) {
        try {
            String body = HTTP.send(
                            HttpRequest.newBuilder(url("/actuator/metrics/" + counter))
                                    .header("Authorization", Load.basic("manager"))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(body).at("/measurements/0/value").asDouble(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String signal) {
        try {
            int done = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(done).as("kill -%s %s", signal, name).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
