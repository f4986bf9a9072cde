package no.forfall.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.image.OrdinaryUser;

/** The proxy of docker-compose.yml as a program of this machine, with its configuration; only the addresses are a test's. */
public final class Proxy implements AutoCloseable {

    private final Process process;
    private final int port;

    Proxy(Path program, Path folder, int port, List<Node> nodes) throws IOException {
        this.port = port;
        Path own = OrdinaryUser.folder(folder, "proxy");
        String further = nodes.stream()
                .skip(1)
                .map(node -> "server 127.0.0.1:" + node.port() + " $1;")
                .collect(Collectors.joining(" "));
        String settings = Files.readString(Path.of("compose/proxy/nginx.conf"))
                .replace(
                        "server forfall:8080 ",
                        "server 127.0.0.1:" + nodes.get(0).port() + " ")
                .replaceAll("server second:8080 ([^;]*);", further)
                .replace("listen 8090;", "listen 127.0.0.1:" + port + ";")
                .replace(" /tmp/nginx", " " + own + "/nginx");
        Path file = Files.writeString(folder.resolve("nginx.conf"), settings);
        process = OrdinaryUser.start(
                List.of(program.toString(), "-p", own.toString(), "-c", file.toString(), "-g", "daemon off;"),
                own,
                Map.of(),
                folder.resolve("proxy.log"));
    }

    /** Where nginx is installed; empty when it is not. */
    public static Optional<Path> installed() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
