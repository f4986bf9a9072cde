package no.forfall;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A throw-away PostgreSQL for the whole test run, and a database of its own for every application context. Its time zone is
 * far from the JVM's and from every creditor's, so that a mistake with a date shows.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("timezone", "Pacific/Auckland")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
            // after the application contexts, which still say goodbye to it
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The test database does not start", e);
        }
    }

    /** For tests that start no application context: the server ends with the JVM. */
    public static void endWithTheTests() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(SERVER)));
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty database and returns its JDBC address; user and password are {@code postgres}. */
    public static String create() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "spring.datasource.url", create(),
                                "spring.datasource.username", "postgres",
                                "spring.datasource.password", "postgres")));
    }
}
