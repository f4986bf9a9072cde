package no.forfall.demo;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the demo's past be written quickly: thousands of commits that need not wait for the disk, into tables that have no
 * statistics yet. From {@link #end} on, every commit waits for the disk again.
 */
@Component
@Profile("demo")
class FillingDatabase {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    FillingDatabase(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    void begin() {
        jdbc.sql("alter role current_user set synchronous_commit = off").update();
        renewConnections();
    }

    void gatherStatistics() {
        jdbc.sql("analyze").update();
    }

    void end() {
        jdbc.sql("alter role current_user reset synchronous_commit").update();
        gatherStatistics();
        renewConnections();
    }

    /** A connection keeps the settings that its user had when it was opened. */
    private void renewConnections() {
        if (dataSource instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
