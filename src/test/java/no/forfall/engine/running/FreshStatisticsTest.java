package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import no.forfall.ForfallTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ForfallTest
class FreshStatisticsTest {

    @Autowired
    FreshStatistics statistics;

    @Autowired
    JdbcClient jdbc;

    private void add(int rows) {
        jdbc.sql("insert into app.bulk select n, 'F-' || n from generate_series(1, ?) n")
                .param(rows)
                .update();
        jdbc.sql("select pg_stat_force_next_flush()").query().listOfRows();
    }

    private double counted() {
        return jdbc.sql("select reltuples from pg_class where oid = 'app.bulk'::regclass")
                .query(Double.class)
                .single();
    }

    @Test
    void countsATableThatHasGrownAndLeavesItUntilItHasGrownAgain() {
        jdbc.sql("create table app.bulk (n int, case_number text) with (autovacuum_enabled = false)")
                .update();
        add(500);
        assertThat(statistics.gather()).doesNotContain("app.bulk");
        assertThat(counted()).as("never counted").isNegative();

        add(2500);
        await().atMost(Duration.ofSeconds(30)).until(() -> statistics.gather().contains("app.bulk"));
        assertThat(counted()).isEqualTo(3000);

        await().during(Duration.ofMillis(100)).until(() -> !statistics.gather().contains("app.bulk"));
        jdbc.sql("drop table app.bulk").update();
    }
}
