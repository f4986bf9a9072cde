package no.forfall.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import no.forfall.TestDatabase;
import no.forfall.correspondence.UnreliableMailServer;
import no.forfall.image.OrdinaryUser;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Some nodes of the packaged application on an empty database of their own, a mail server that counts, and the proxy in
 * front where it is installed. The people are those of the demo, the cases whatever a test brings, and the time is the
 * test's.
 */
public final class Nodes implements AutoCloseable {

    public static final Path PACKAGED = Path.of("target/forfall.jar");

    static {
        TestDatabase.endWithTheTests();
        // a talk with the mail server that is broken off ends a thread of GreenMail's
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private static final List<String> NAMES = List.of("first", "second", "third", "fourth", "fifth");

    public final UnreliableMailServer mail = new UnreliableMailServer();
    public final Node first;
    public final Node second;
    private final List<Node> all;
    public final JdbcClient jdbc;
    final DataSource dataSource;
    private final @Nullable Proxy proxy;

    /** Two nodes. */
    public Nodes(Path folder, String... settings) throws IOException {
        this(2, folder, settings);
    }

    /**
     * @param count from two to five
     * @param folder an empty folder, which keeps the logs
     * @param settings further arguments of every node
     */
    Nodes(int count, Path folder, String... settings) throws IOException {
        String database = TestDatabase.create();
        dataSource = new DriverManagerDataSource(database, "postgres", "postgres");
        jdbc = JdbcClient.create(dataSource);
        OrdinaryUser.own(folder);
        // a build during the test must not change what runs
        Path jar = Files.copy(PACKAGED, folder.resolve("application.jar"));
        List<String> command = new ArrayList<>(List.of(
                "java",
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--forfall.demo.story=false",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.port(),
                "--forfall.outbox.pause=PT0.2S"));
        command.addAll(List.of(settings));
        List<Node> made = new ArrayList<>();
        for (String name : NAMES.subList(0, count)) {
            made.add(new Node(name, freePort(), folder, command));
        }
        all = List.copyOf(made);
        first = all.get(0);
        second = all.get(1);
        Optional<Path> nginx = Proxy.installed();
        proxy = nginx.isPresent() ? new Proxy(nginx.get(), folder, freePort(), all) : null;
    }

    public List<Node> all() {
        return all;
    }

    public boolean hasProxy() {
        return proxy != null;
    }

    /** Where clients send their requests; every other one to another node. */
    public URI url(String path) {
        return proxy == null ? first.url(path) : proxy.url(path);
    }

    /** The same place at the next node. */
    URI otherThan(URI url) {
        int asked = all.stream().map(Node::port).toList().indexOf(url.getPort());
        Node other = all.get((asked + 1) % all.size());
        return other.url(url.getPath() + (url.getQuery() == null ? "" : "?" + url.getQuery()));
    }

    /** Sets the business time of every node; they follow within a second. */
    public void setTime(Instant time) {
        jdbc.sql(
                        "insert into app.demo_clock values (1, ?) on conflict (one) do update set seconds_ahead = excluded.seconds_ahead")
                .param(Duration.between(Instant.now(), time).toSeconds())
                .update();
    }

    /** Waits until it is this day at every node. */
    void awaitDay(LocalDate day) {
        await().atMost(Node.PATIENCE)
                .until(() -> all().stream().allMatch(node -> node.time().contains("\"date\":\"" + day)));
    }

    /** The sum of a counter over the nodes, from the last start of each. */
    double counted(String name) {
        return all.stream().mapToDouble(node -> node.counted(name)).sum();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        all().forEach(Node::close);
        if (proxy != null) {
            proxy.close();
        }
        mail.close();
    }
}
