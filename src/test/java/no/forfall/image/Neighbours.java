package no.forfall.image;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The other services of docker-compose.yml as programs of this machine, with the settings that stand there. */
final class Neighbours implements AutoCloseable {

    static final Path SSHD = Path.of("/usr/sbin/sshd");

    final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    final EmbeddedPostgres database;
    final Path agency;
    final int agencyPort = freePort();
    private final Process sshd;

    Neighbours(ComposeFile compose, Path parent) throws IOException, SQLException {
        mail.start();
        database = database(compose);
        agency = OrdinaryUser.folder(parent, "agency");
        Path script = Files.copy(Path.of("compose/agency/start.sh"), parent.resolve("start.sh"));
        sshd = OrdinaryUser.start(
                List.of(
                        "sh",
                        script.toString(),
                        agency.toString(),
                        "-o",
                        "Port=" + agencyPort,
                        "-o",
                        "ListenAddress=127.0.0.1",
                        // folders for temporary files are open to everyone
                        "-o",
                        "StrictModes=no"),
                agency,
                Map.of(),
                parent.resolve("sshd.log"));
        await().atMost(Duration.ofSeconds(20)).until(() -> answers(agencyPort));
    }

    /** The server's own superuser is renamed by the image's settings; with them alone one gets in. */
    private static EmbeddedPostgres database(ComposeFile compose) throws IOException, SQLException {
        List<String> command = compose.command("database");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
        for (int at = 1; at < command.size(); at += 2) {
            String[] setting = command.get(at + 1).split("=");
            builder.setServerConfig(setting[0], setting[1]);
        }
        EmbeddedPostgres server = builder.start();
        Map<String, String> image = compose.environment("database");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show hba_file")) {
            rows.next();
            Path entrance = Path.of(rows.getString(1));
            statement.execute("create role %s superuser login password '%s'"
                    .formatted(image.get("POSTGRES_USER"), image.get("POSTGRES_PASSWORD")));
            statement.execute(
                    "create database %s owner %s".formatted(image.get("POSTGRES_DB"), image.get("POSTGRES_USER")));
            Files.write(entrance, List.of("host all all 127.0.0.1/32 scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        }
        return server;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        sshd.destroy();
        sshd.onExit().join();
        mail.stop();
        database.close();
    }
}
