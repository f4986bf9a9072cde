package no.forfall.engine.running;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.jspecify.annotations.Nullable;

/**
 * One statement that changes or deletes as many rows as it is given.
 *
 * @param sql with an array for each column; answers the ids of the rows that it found
 * @param columns in their order in the statement
 */
record RowStatement(String sql, List<Column> columns) {

    /**
     * @param property of the entity
     * @param type of the column, as the database names it
     */
    record Column(String property, String type) {}

    /**
     * @return the ids of the rows that were found in the revision of their entity
     * @throws PersistenceException when the database refuses; nothing can be done in this transaction then
     */
    Set<String> execute(SqlSession session, List<? extends DbEntity> entities) {
        List<MetaObject> values =
                entities.stream().map(session.getConfiguration()::newMetaObject).toList();
        Connection connection = session.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int number = 1;
            for (Column column : columns) {
                Object[] array = values.stream()
                        .map(entity -> value(entity.getValue(column.property())))
                        .toArray();
                statement.setArray(number++, connection.createArrayOf(column.type(), array));
            }
            try (ResultSet rows = statement.executeQuery()) {
                Set<String> found = new HashSet<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException refused) {
            throw new PersistenceException("Rows cannot be written together: " + refused.getMessage(), refused);
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        return value instanceof Date date && !(date instanceof Timestamp) ? new Timestamp(date.getTime()) : value;
    }
}
