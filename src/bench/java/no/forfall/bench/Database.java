package no.forfall.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database of one run.
 *
 * @param server the folder of the server's data
 */
record Database(int port, String name, Path server) {

    String url() {
        return urlOf(name);
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** A pool like the product's. */
    HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername(Server.OWNER);
        pool.setMaximumPoolSize(20);
        return pool;
    }

    /** For looking on: its statements are not counted as the side's. */
    Connection watch() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    /** The same from outside the database, so that its transactions are not counted either. */
    Connection watchFromOutside() throws SQLException {
        return DriverManager.getConnection(urlOf("postgres"), "postgres", "postgres");
    }
}
