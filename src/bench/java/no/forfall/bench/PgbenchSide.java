package no.forfall.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No engine at all: pgbench writes the same business rows, a transaction for each step. */
final class PgbenchSide implements Side {

    private static final int CLIENTS = 4;

    private final BusinessRows rows = new BusinessRows();
    private Database database;

    /** Where pgbench is: on the path, or where {@code pgbench} of the system's properties says. */
    private static String pgbench() {
        return System.getProperty("pgbench", "pgbench");
    }

    @Override
    public void open(Database fresh) {
        database = fresh;
        try (HikariDataSource pool = fresh.pool()) {
            rows.prepare(pool);
        }
    }

    @Override
    public void live(Cohort cohort, Gauge gauge) throws Exception {
        gauge.countChildren();
        Path script = Files.writeString(Files.createTempFile("lifecycle", ".sql"), script(cohort.first()));
        gauge.phase("everything", () -> run(script, cohort.size()));
        Files.delete(script);
    }

    private void run(Path script, int count) throws Exception {
        Process process = new ProcessBuilder(
                        pgbench(),
                        "-h",
                        "localhost",
                        "-p",
                        String.valueOf(database.port()),
                        "-U",
                        Server.OWNER,
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(CLIENTS),
                        "-t",
                        String.valueOf((count + CLIENTS - 1) / CLIENTS),
                        "-D",
                        "k=0",
                        "-f",
                        script.toString(),
                        database.name())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed");
        }
    }

    /** Each client takes every fourth invoice. */
    private String script(int first) {
        return Stream.of(
                        "\\set n " + first + " + :client_id + :k * " + CLIENTS,
                        "\\set k :k + 1",
                        steps("register", "queue1", "deliver1", "queue2", "deliver2"),
                        "\\if :n % 2 = 0",
                        steps("pay"),
                        "\\else",
                        "\\if :n % 10 = 1",
                        steps("dispute", "disputeDecided"),
                        "\\endif",
                        steps("queue3", "deliver3", "open", "decide+queue4", "deliver4", "answer+close"),
                        "\\endif")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String steps(String... names) {
        return Stream.of(names)
                .map(name -> Stream.of(name.split("\\+"))
                        .map(rows::of)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(";\n", "begin;\n", ";\ncommit;")))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {}
}
