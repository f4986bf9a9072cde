package no.forfall.engine.running;

import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts tables anew that have grown by half and a thousand rows since they were counted last. The server does so by itself,
 * but minutes later, and until then it may read a whole table for one process. A fresh database and a large import are why.
 */
@Component
class FreshStatistics {

    private static final String GROWN = "select format('%I.%I', schemaname, relname) from pg_stat_user_tables"
            + " where schemaname in ('public', 'app') and n_mod_since_analyze > greatest(1000, n_live_tup / 3)";

    private final JdbcClient jdbc;

    FreshStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(
            fixedDelayString = "${forfall.engine.statistics-every:PT10S}",
            initialDelayString = "${forfall.engine.statistics-every:PT10S}")
    @SchedulerLock(name = "statistics")
    void round() {
        gather();
    }

    /** @return the tables that were counted */
    List<String> gather() {
        List<String> grown = jdbc.sql(GROWN).query(String.class).list();
        if (!grown.isEmpty()) {
            jdbc.sql("analyze (skip_locked) " + String.join(", ", grown)).update();
        }
        return grown;
    }
}
