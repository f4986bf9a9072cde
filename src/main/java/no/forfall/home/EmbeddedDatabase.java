package no.forfall.home;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL that keeps its files in the home folder and listens on the loopback address alone. It is as durable as a
 * server (fsync and synchronous commit are on) and asks every client for a password.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String VERSION = "17";
    private static final String NAME = "forfall";

    private final HomeLock lock;
    private final EmbeddedPostgres server;
    private final DatabaseSecrets secrets;

    EmbeddedDatabase(Path home) throws IOException, SQLException {
        Files.createDirectories(home);
        lock = new HomeLock(home);
        Path files = home.resolve("database");
        refuseOtherVersion(files);
        LeftoverServer.endIn(files);
        secrets = DatabaseSecrets.in(home);
        server = start(home, files);
        if (!secrets.areInForce()) {
            takeOver(files);
        }
    }

    private EmbeddedPostgres start(Path home, Path files) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        Files.createDirectories(home.resolve("postgresql")).toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("jit", "off")
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
        if (secrets.areInForce()) {
            builder.setConnectConfig("password", secrets.owner());
        }
        return builder.start();
    }

    /** Ends the open door of a fresh database: passwords for everyone, and a user that is not its superuser. */
    private void takeOver(Path files) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + secrets.owner() + "'");
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + secrets.application() + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            Files.write(files.resolve("pg_hba.conf"), List.of("host all all 127.0.0.1/32 scram-sha-256"));
            statement.execute("SELECT pg_reload_conf()");
        }
        secrets.putInForce();
    }

    private static void refuseOtherVersion(Path files) throws IOException {
        Path file = files.resolve("PG_VERSION");
        if (Files.exists(file) && !Files.readString(file).strip().equals(VERSION)) {
            throw new HomeNotUsable(
                    "The database in " + files + " was written by PostgreSQL "
                            + Files.readString(file).strip() + ", this Forfall brings " + VERSION + ".",
                    "Move the data with pg_dump and pg_restore, or name another folder with --forfall.home=<folder>.");
        }
    }

    String url() {
        return server.getJdbcUrl(NAME, NAME);
    }

    String user() {
        return NAME;
    }

    String password() {
        return secrets.application();
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }
}
