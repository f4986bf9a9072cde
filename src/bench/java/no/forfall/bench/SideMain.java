package no.forfall.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** One side in a JVM of its own: warms up, does its work once and leaves what it measured in a file. */
final class SideMain {

    private SideMain() {}

    /** @param arguments side, scenario, database, port and folder of the server, how many, and the file for the measure */
    public static void main(String[] arguments) throws Exception {
        LoggingSystem.get(SideMain.class.getClassLoader()).setLogLevel(null, LogLevel.WARN);
        Database database = new Database(Integer.parseInt(arguments[3]), arguments[2], Path.of(arguments[4]));
        int n = Integer.parseInt(arguments[5]);
        Scenario scenario = Scenario.named(arguments[1]);
        try (Gauge gauge = new Gauge(database)) {
            Measure measure = scenario.run(arguments[0], database, gauge, n);
            new ObjectMapper().writeValue(Path.of(arguments[6]).toFile(), measure);
        }
        System.exit(0);
    }
}
