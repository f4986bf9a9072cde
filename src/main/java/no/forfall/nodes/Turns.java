package no.forfall.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the nodes of a database do something one after the other. A turn is an advisory lock of the database, on a
 * connection of its own: a node that dies has given its turn back.
 */
@Component
public class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final DataSource dataSource;

    Turns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does the work when no other node does work of that name, and waits for it as long as that takes. */
    public <T> T take(String name, Supplier<T> work) {
        Turn turn = Turn.take(dataSource, name);
        try {
            return work.get();
        } finally {
            turn.end();
        }
    }

    /** A turn that is held. */
    record Turn(Connection connection, String name) {

        static Turn take(DataSource dataSource, String name) {
            try {
                return take(dataSource.getConnection(), name);
            } catch (SQLException failed) {
                throw new IllegalStateException("The database gives no turn for: " + name, failed);
            }
        }

        private static Turn take(Connection connection, String name) throws SQLException {
            try {
                if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                    log.info("Waiting for another node: {}", name);
                    ask(connection, "select pg_advisory_lock(hashtextextended(?, 0)) is not null", name);
                }
                return new Turn(connection, name);
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        }

        private static boolean ask(Connection connection, String sql, String name) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, "forfall " + name);
                try (ResultSet answer = statement.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        }

        void end() {
            try (connection) {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            } catch (SQLException gone) {
                log.warn("The connection that held the turn for '{}' is gone, and the turn with it", name, gone);
            }
        }
    }
}
