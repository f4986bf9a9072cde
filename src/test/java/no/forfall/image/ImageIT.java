package no.forfall.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what a container would run, as an ordinary user in an empty folder, without a container. */
class ImageIT {

    /** A busy machine needs minutes for what an idle one does in twenty seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path root;

    final Dockerfile image = Dockerfile.read();
    final Map<String, String> environment = new HashMap<>();
    final int port = Neighbours.freePort();
    Path home;
    Path application;
    Process process;

    ImageIT() throws IOException {}

    @BeforeEach
    void build() throws IOException {
        OrdinaryUser.own(root);
        home = OrdinaryUser.folder(root, "home");
        application = Files.copy(image.packaged(), root.resolve("application.jar"));
        environment.put("SERVER_PORT", String.valueOf(port));
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
            process = null;
        }
    }

    @Test
    void sendsLettersAndPackagesWithTheComposeFilesSettings() throws Exception {
        if (!Files.isExecutable(Neighbours.SSHD)) {
            System.out.println("Skipped: no OpenSSH server at " + Neighbours.SSHD + "; install openssh-server");
        }
        assumeTrue(Files.isExecutable(Neighbours.SSHD), "no OpenSSH server; install openssh-server");
        ComposeFile compose = ComposeFile.read();
        try (Neighbours neighbours = new Neighbours(compose, root)) {
            environment.putAll(compose.environment("forfall"));
            String mounted = compose.mounted("agency-access", "forfall");
            String access = neighbours.agency.resolve("access").toString();
            environment.replaceAll((name, value) -> value.replace(mounted, access));
            environment.computeIfPresent(
                    "SPRING_DATASOURCE_URL",
                    (name, url) -> url.replace("database:5432", "127.0.0.1:" + neighbours.database.getPort()));
            environment.replace("SPRING_MAIL_HOST", "mail", "127.0.0.1");
            environment.replace(
                    "SPRING_MAIL_PORT",
                    "1025",
                    String.valueOf(neighbours.mail.getSmtp().getPort()));
            environment.replace("FORFALL_AGENCY_SFTP_HOST", "agency", "127.0.0.1");
            environment.replace("FORFALL_AGENCY_SFTP_PORT", "2222", String.valueOf(neighbours.agencyPort));
            environment.replace("FORFALL_AGENCY_SFTP_USER", "forfall", OrdinaryUser.name());

            try {
                start();
                Path inbox = neighbours.agency.resolve("inbox");
                waitUntil(() -> firstPackage(inbox).isPresent());

                Path taken = firstPackage(inbox).orElseThrow();
                JsonNode claim = new ObjectMapper().readTree(taken.toFile());
                assertThat(claim.path("reference").asText()).startsWith("F-");
                assertThat(claim.at("/invoices/0/open/principal").asDouble()).isPositive();
                assertThat(reference(taken)).isEqualTo(claim.path("reference").asText());
                assertThat(neighbours.mail.getReceivedMessages()).hasSizeGreaterThan(10);
            } finally {
                stop();
            }
        }
    }

    @Test
    void bringsItsOwnDatabaseWhereNoOtherIsNamed() throws Exception {
        environment.put("SPRING_PROFILES_ACTIVE", "production");
        start();
        waitUntil(this::isHealthy);
        assertThat(home.resolve("database/PG_VERSION")).exists();
        assertThat(Files.getOwner(home.resolve("database/PG_VERSION")).getName())
                .isEqualTo(OrdinaryUser.name());
    }

    /** The Dockerfile's own words; only the places are this test's. */
    private void start() throws IOException {
        List<String> command = image.command().stream()
                .map(word -> word.equals(image.installed()) ? application.toString() : word)
                .map(word -> word.endsWith("=" + image.folder()) ? word.replace(image.folder(), home.toString()) : word)
                .toList();
        assertThat(command).contains(application.toString(), "--forfall.home=" + home);
        process = OrdinaryUser.start(command, home, environment, root.resolve("application.log"));
    }

    private void waitUntil(Callable<Boolean> reached) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            if (process.isAlive()) {
                assertThat(reached.call()).as(this::endOfLog).isTrue();
            }
        });
        assertThat(process.isAlive()).as(this::endOfLog).isTrue();
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("UP");
        } catch (IOException notYet) {
            return false;
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(root.resolve("application.log"));
            return String.join("\n", lines.subList(Math.max(lines.size() - 60, 0), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** The case whose claim the application handed over in the package, by the key that is the package's name. */
    private String reference(Path taken) throws SQLException {
        String key = taken.getFileName().toString().replace(".json", "");
        try (var connection = DriverManager.getConnection(
                        environment.get("SPRING_DATASOURCE_URL"),
                        environment.get("SPRING_DATASOURCE_USERNAME"),
                        environment.get("SPRING_DATASOURCE_PASSWORD"));
                var query = connection.prepareStatement("select case_number from app.handover where id = ?::uuid")) {
            query.setString(1, key);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private static Optional<Path> firstPackage(Path inbox) throws IOException {
        try (var files = Files.list(inbox)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f-]{36}\\.json"))
                    .findFirst();
        }
    }
}
