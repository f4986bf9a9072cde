package no.forfall.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Runs a scenario: every side once in each round, one after the other, and writes the report. */
public final class Bench {

    private static final Path WORK = Path.of("target", "bench");

    private final String scenario = System.getProperty("scenario", "lifecycle");
    private final int n = Integer.getInteger("n", 5000);
    private final int rounds = Integer.getInteger("rounds", 3);
    private final String chosen = System.getProperty("sides", "all");
    private final Path report = Path.of(System.getProperty("report", "docs/performance.md"));
    private final String jvm = System.getProperty("jvm", "-Xmx1g");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        LoggingSystem.get(Bench.class.getClassLoader()).setLogLevel(null, LogLevel.WARN);
        Files.createDirectories(WORK);
        new Bench().run();
    }

    private void run() throws Exception {
        Scenario measured = Scenario.named(scenario);
        List<String> sides = chosen.equals("all") ? measured.sides() : List.of(chosen.split(","));
        List<Measure> measures = new ArrayList<>();
        String about;
        try (Server server = Server.start(WORK.resolve("postgres").toAbsolutePath())) {
            about = about(server);
            for (int round = 1; round <= rounds; round++) {
                for (String side : sides) {
                    measures.add(measure(server, side, round));
                    new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValue(WORK.resolve(scenario + ".json").toFile(), measures);
                }
            }
        }
        new Report(report).put(scenario, measured.report(new Results(about, measures)));
    }

    private String about(Server server) throws SQLException {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return ("Measured on %s with %d cores and %d GB, Java %s, PostgreSQL %s (fsync and synchronous commit on, JIT off),"
                        + " N = %d after a warm-up, %d round(s), every side in a JVM (%s) and a fresh database of its own,"
                        + " medians.")
                .formatted(
                        LocalDate.now(Clock.systemUTC()),
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(machine.getTotalMemorySize() / 1e9),
                        System.getProperty("java.version"),
                        server.version(),
                        n,
                        rounds,
                        jvm);
    }

    private Measure measure(Server server, String side, int round) throws Exception {
        Database database = server.fresh("bench_" + side.replace('-', '_') + "_" + round);
        Path answer = WORK.resolve(scenario + "-" + side + "-" + round + ".json");
        Path log = WORK.resolve(scenario + "-" + side + "-" + round + ".log");
        System.out.printf("%s, round %d of %d: %s …%n", scenario, round, rounds, side);
        start(side, database, answer, log);
        server.drop(database);
        Measure measure = new ObjectMapper().readValue(answer.toFile(), Measure.class);
        System.out.print(new Results("", List.of(measure)).row(side, side));
        return measure;
    }

    private void start(String side, Database database, Path answer, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvm.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SideMain.class.getName()));
        command.addAll(List.of(side, scenario, database.name(), String.valueOf(database.port())));
        command.addAll(List.of(database.server().toString(), String.valueOf(n), answer.toString()));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
        if (child.waitFor() != 0) {
            throw new IllegalStateException(side + " failed; see " + new File(log.toString()).getPath());
        }
    }
}
