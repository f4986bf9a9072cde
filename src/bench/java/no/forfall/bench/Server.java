package no.forfall.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** One PostgreSQL for all sides, with the disk waited for as in production, and a fresh database for each run of one. */
final class Server implements AutoCloseable {

    /** Who owns the databases; statements of anybody else are not counted. */
    static final String OWNER = "side";

    private final EmbeddedPostgres postgres;
    private final Path folder;

    private Server(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    static Server start(Path folder) throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("jit", "off")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "60")
                // no checkpoint but the one before each measurement
                .setServerConfig("checkpoint_timeout", "1d")
                .setServerConfig("max_wal_size", "40GB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        Server server = new Server(postgres, folder);
        server.execute("create extension pg_stat_statements");
        server.execute("create role " + OWNER + " login");
        return server;
    }

    Database fresh(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name + " owner " + OWNER);
        return new Database(postgres.getPort(), name, folder);
    }

    String version() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    void drop(Database database) throws SQLException {
        execute("drop database " + database.name() + " with (force)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
