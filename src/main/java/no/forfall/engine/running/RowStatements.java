package no.forfall.engine.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.forfall.engine.running.RowStatement.Column;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the engine's own statements for one row such for many: what is read from its mapping today is right with the
 * next version too. A statement of another shape, or over a column without an array type, stays the engine's.
 */
public final class RowStatements implements SessionFactory {

    private static final Pattern UPDATE =
            Pattern.compile("(?i)update (?<table>\\w+) set (?<sets>.+?) where ID_ ?= ?\\? and REV_ ?= ?\\?");
    private static final Pattern DELETE =
            Pattern.compile("(?i)delete from (?<table>\\w+) where ID_ ?= ?\\? and REV_ ?= ?\\?");
    private static final Pattern SET = Pattern.compile("(\\w+) ?= ?\\?");

    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, Optional<RowStatement>> known = new ConcurrentHashMap<>();

    /** The columns of all tables that the engine writes while it runs, by table and name; empty until they are asked for. */
    private final Map<String, Map<String, String>> columns = new ConcurrentHashMap<>();

    /** @param engine that these are the statements of */
    public RowStatements(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Class<?> getSessionType() {
        return DbSqlSession.class;
    }

    @Override
    public Session openSession() {
        return new RowsTogether(engine.getDbSqlSessionFactory(), this);
    }

    /** @return null when each row needs the engine's statement */
    @Nullable
    RowStatement of(String mapped, SqlSession session) {
        return known.computeIfAbsent(mapped, name -> make(name, session)).orElse(null);
    }

    private Optional<RowStatement> make(String mapped, SqlSession session) {
        BoundSql one = session.getConfiguration().getMappedStatement(mapped).getBoundSql(null);
        String sql = one.getSql().replaceAll("\\s+", " ").strip();
        List<String> properties = one.getParameterMappings().stream()
                .map(each -> each.getProperty())
                .toList();
        Matcher update = UPDATE.matcher(sql);
        Matcher delete = DELETE.matcher(sql);
        if (update.matches()) {
            return of(update.group("table"), assigned(update.group("sets")), properties, session);
        }
        return delete.matches() ? of(delete.group("table"), List.of(), properties, session) : Optional.empty();
    }

    private static List<String> assigned(String sets) {
        List<String> columns = new ArrayList<>();
        for (String each : sets.split(",")) {
            Matcher set = SET.matcher(each.strip());
            columns.add(set.matches() ? set.group(1) : "");
        }
        return columns;
    }

    private Optional<RowStatement> of(
            String table, List<String> assigned, List<String> properties, SqlSession session) {
        List<String> names = new ArrayList<>(assigned);
        names.add("ID_");
        names.add("REV_");
        Map<String, String> types = types(table, session);
        if (names.size() != properties.size() || !types.keySet().containsAll(names)) {
            return Optional.empty();
        }
        List<Column> columns = IntStream.range(0, names.size())
                .mapToObj(n -> new Column(properties.get(n), types.get(names.get(n))))
                .toList();
        return Optional.of(new RowStatement(sql(table, assigned, columns), columns));
    }

    private static String sql(String table, List<String> assigned, List<Column> columns) {
        String given = columns.stream().map(each -> "?").collect(Collectors.joining(", ", "unnest(", ")"));
        String named = IntStream.range(0, columns.size()).mapToObj(n -> "c" + n).collect(Collectors.joining(", "));
        String sets = IntStream.range(0, assigned.size())
                .mapToObj(n -> assigned.get(n) + " = given.c" + n)
                .collect(Collectors.joining(", "));
        int key = assigned.size();
        return (assigned.isEmpty()
                        ? "delete from " + table + " row using "
                        : "update " + table + " row set " + sets + " from ")
                + given + " given (" + named + ")"
                + " where row.ID_ = given.c" + key + " and row.REV_ = given.c" + (key + 1) + " returning row.ID_";
    }

    /** Columns that an array can be made of, by their names; read once for all tables. */
    private Map<String, String> types(String table, SqlSession session) {
        if (columns.isEmpty()) {
            columns.putAll(read(session));
        }
        return columns.getOrDefault(table.toUpperCase(Locale.ROOT), Map.of());
    }

    private static Map<String, Map<String, String>> read(SqlSession session) {
        try (ResultSet row = session.getConnection()
                .getMetaData()
                .getColumns(null, session.getConnection().getSchema(), "act\\_ru\\_%", null)) {
            Map<String, Map<String, String>> read = new HashMap<>();
            while (row.next()) {
                String type = row.getString("TYPE_NAME");
                if (!type.equals("bytea")) {
                    read.computeIfAbsent(row.getString("TABLE_NAME").toUpperCase(Locale.ROOT), name -> new HashMap<>())
                            .put(row.getString("COLUMN_NAME").toUpperCase(Locale.ROOT), type);
                }
            }
            return read;
        } catch (SQLException refused) {
            throw new PersistenceException("The columns of the engine's tables cannot be read", refused);
        }
    }
}
