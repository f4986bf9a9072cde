package no.forfall.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import no.forfall.TestDatabase;
import no.forfall.nodes.Turns.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes are two data sources. */
class TurnsTest {

    private final String url = TestDatabase.create();
    private final DriverManagerDataSource one = new DriverManagerDataSource(url, "postgres", "postgres");
    private final DriverManagerDataSource other = new DriverManagerDataSource(url, "postgres", "postgres");
    private Connection watching;

    @BeforeEach
    void watch() throws Exception {
        watching = DriverManager.getConnection(url, "postgres", "postgres");
    }

    @AfterEach
    void lookAway() throws Exception {
        watching.close();
    }

    @Test
    void theSecondNodeWaitsUntilTheFirstHasDone() {
        Turn first = Turn.take(one, "start");
        var second = CompletableFuture.supplyAsync(() -> new Turns(other).take("start", () -> "done"));
        await().until(() -> waiting() == 1);
        assertThat(second).isNotDone();
        first.end();
        assertThat(second.join()).isEqualTo("done");
    }

    @Test
    void turnsOfOtherNamesAreOtherTurns() {
        Turn first = Turn.take(one, "start");
        assertThat(new Turns(other).take("time machine", () -> "done")).isEqualTo("done");
        first.end();
    }

    @Test
    void aNodeThatDiesHasGivenItsTurnBack() throws Exception {
        Turn first = Turn.take(one, "start");
        var second = CompletableFuture.supplyAsync(() -> new Turns(other).take("start", () -> "done"));
        await().until(() -> waiting() == 1);
        first.connection().close();
        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("done");
    }

    @Test
    void aNodeStartsFromItsFirstLookAtTheDatabaseUntilItIsReady() {
        Starting first = new Starting();
        first.postProcessAfterInitialization(one, "dataSource");
        Starting second = new Starting();
        var secondStarts = CompletableFuture.runAsync(() -> second.postProcessAfterInitialization(other, "dataSource"));
        await().until(() -> waiting() == 1);
        first.onApplicationEvent(ready());
        assertThat(secondStarts).succeedsWithin(Duration.ofSeconds(10));
        second.onApplicationEvent(ready());
    }

    private static ApplicationReadyEvent ready() {
        return new ApplicationReadyEvent(
                new SpringApplication(), new String[0], new StaticApplicationContext(), Duration.ZERO);
    }

    private long waiting() throws Exception {
        try (var statement = watching.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                                + " (select oid from pg_database where datname = current_database())")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
