package no.forfall.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path home;

    @Test
    void keepsWhatWasWrittenOverARestart() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            execute(database, "create table kept (word text); insert into kept values ('still here')");
        }
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            assertThat(query(database, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void asksEveryoneForAPasswordAndIsNoSuperuser() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(query(database, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("database.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void isAsDurableAsAServer() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameFolder() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            assertThatThrownBy(() -> new EmbeddedDatabase(home))
                    .isInstanceOf(HomeNotUsable.class)
                    .hasMessageContaining("Another Forfall already uses the folder");
            assertThat(query(database, "select 'unharmed'")).isEqualTo("unharmed");
        }
    }

    @Test
    void endsAServerThatAKilledApplicationLeftBehind() throws Exception {
        Path binary;
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            execute(database, "create table kept (word text); insert into kept values ('still here')");
            binary = runningServer();
        }
        Process left = new ProcessBuilder(command(binary)).inheritIO().start();
        try (EmbeddedDatabase database = new EmbeddedDatabase(home)) {
            assertThat(left.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            assertThat(query(database, "select word from kept")).isEqualTo("still here");
        }
    }

    /** A server on the same files, with nobody to look after it, as after a kill. */
    private java.util.List<String> command(Path binary) {
        java.util.List<String> command = new java.util.ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(java.util.List.of("unshare", "-U"));
        }
        command.addAll(java.util.List.of(
                binary.toString(), "-D", home.resolve("database").toString(), "-p", "0", "-k", ""));
        return command;
    }

    private static Path runningServer() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().command().orElse(""))
                .filter(command -> command.endsWith("bin/postgres"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesFilesOfAnotherPostgres() throws Exception {
        Path files = Files.createDirectories(home.resolve("database"));
        Files.writeString(files.resolve("PG_VERSION"), "14\n");
        assertThatThrownBy(() -> new EmbeddedDatabase(home))
                .isInstanceOf(HomeNotUsable.class)
                .hasMessageContaining("PostgreSQL 14");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = open(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = open(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection open(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
