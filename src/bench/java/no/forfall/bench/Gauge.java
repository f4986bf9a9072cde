package no.forfall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the meters of the server and of this JVM around the phases of a side's work. */
final class Gauge implements AutoCloseable {

    /** A phase of work. */
    interface Work {
        void run() throws Exception;
    }

    /** PostgreSQL hands in what idle connections have counted after ten seconds. */
    private static final long COUNTED_AFTER = 11_000;

    private static final double TICKS = 100;
    private static final String NOT_WORK =
            "query !~* '^\\s*(begin|commit|rollback|set|show|start|savepoint|release|discard)'";

    private final Database database;
    private final Connection outside;
    private final Connection inside;
    private final Map<String, Cost> phases = new LinkedHashMap<>();
    private final Map<String, Double> notes = new LinkedHashMap<>();
    private Map<String, Measure.Rows> rowsBefore = Map.of();
    private double commitsBefore;
    private double sizeBefore;
    private int ownTransactions;
    private double jobs;
    private double jobSeconds;
    private boolean childrenToo;

    Gauge(Database database) throws SQLException {
        this.database = database;
        this.outside = database.watchFromOutside();
        this.inside = database.watch();
    }

    /** The work is done by processes that this one starts and waits for. */
    void countChildren() {
        childrenToo = true;
    }

    /** Gives the planner its statistics, writes everything out and sets the meters to zero. */
    void begin() throws Exception {
        analyze();
        Thread.sleep(COUNTED_AFTER);
        rowsBefore = rows();
        execute("checkpoint");
        execute("select pg_stat_statements_reset()");
        commitsBefore = counted();
        sizeBefore = size();
        ownTransactions = 0;
        phases.clear();
        notes.clear();
        jobs = 0;
        jobSeconds = 0;
    }

    void analyze() throws SQLException {
        try (var statement = inside.createStatement()) {
            statement.execute("analyze");
        }
        ownTransactions++;
    }

    /** Does a part of the work; the same part may be done more than once. */
    void phase(String name, Work work) throws Exception {
        Cost before = read();
        work.run();
        phases.merge(name, read().minus(before), Cost::plus);
    }

    /** Jobs that ran, and how long that took. */
    void ran(double count, double seconds) {
        jobs += count;
        jobSeconds += seconds;
    }

    void note(String name, double value) {
        notes.put(name, value);
    }

    Measure end(String side, int items) throws Exception {
        List<Measure.Statement> top = top();
        Thread.sleep(COUNTED_AFTER);
        double commits = counted() - commitsBefore - ownTransactions;
        double growth = size() - sizeBefore;
        Map<String, Measure.Rows> written = new LinkedHashMap<>();
        rows().forEach((table, now) -> {
            Measure.Rows since = now.minus(rowsBefore.getOrDefault(table, new Measure.Rows(0, 0, 0)));
            if (since.all() > 0) {
                written.put(table, since);
            }
        });
        return new Measure(
                side, items, phases, commits, growth, jobSeconds == 0 ? 0 : jobs / jobSeconds, written, top, notes);
    }

    /** One number of the database, asked by the onlooker. */
    double look(String sql, Object... parameters) throws SQLException {
        ownTransactions++;
        try (var statement = inside.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return number(statement.executeQuery());
        }
    }

    /** How long the slowest of the side's statements that look like this took on average, in milliseconds. */
    double meanMillis(String like) throws SQLException {
        return ask("select coalesce(max(mean_exec_time), 0) from pg_stat_statements s join pg_database d"
                + " on d.oid = s.dbid where d.datname = '" + database.name() + "' and s.userid = '" + Server.OWNER
                + "'::regrole and query ilike 'select" + like + "'");
    }

    private Cost read() throws SQLException {
        String where = " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '"
                + database.name() + "' and s.userid = '" + Server.OWNER + "'::regrole and ";
        return new Cost(
                ask("select coalesce(sum(calls), 0)" + where + NOT_WORK),
                ask("select coalesce(sum(calls), 0)" + where + "query ilike 'begin%'"),
                ask("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')"),
                childrenToo ? children(ProcessHandle.current().pid()) : ownProcessor(),
                serverProcessor(),
                System.nanoTime() / 1e9);
    }

    private static double ownProcessor() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return machine.getProcessCpuTime() / 1e9;
    }

    /** Every process of the server, also those that have ended. */
    private double serverProcessor() {
        try (Stream<String> lines = Files.lines(database.server().resolve("postmaster.pid"))) {
            long postmaster = Long.parseLong(lines.findFirst().orElseThrow().strip());
            double living = ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToDouble(child -> processor(child.pid(), 14, 15))
                    .sum();
            return living + processor(postmaster, 14, 15) + children(postmaster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double children(long pid) {
        return processor(pid, 16, 17);
    }

    /** The sum of two fields of {@code /proc/pid/stat}, in seconds; 0 for a process that is gone, and without /proc. */
    private static double processor(long pid, int one, int other) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Double.parseDouble(fields[one - 3]) + Double.parseDouble(fields[other - 3])) / TICKS;
        } catch (IOException gone) {
            return 0;
        }
    }

    private double counted() throws SQLException {
        return ask("select xact_commit from pg_stat_database where datname = '" + database.name() + "'");
    }

    private double size() throws SQLException {
        return ask("select pg_database_size('" + database.name() + "')");
    }

    private Map<String, Measure.Rows> rows() throws SQLException {
        ownTransactions++;
        Map<String, Measure.Rows> rows = new HashMap<>();
        try (var statement = inside.createStatement();
                ResultSet row = statement.executeQuery("select schemaname || '.' || relname, n_tup_ins, n_tup_upd,"
                        + " n_tup_del from pg_stat_user_tables order by 1")) {
            while (row.next()) {
                rows.put(row.getString(1), new Measure.Rows(row.getLong(2), row.getLong(3), row.getLong(4)));
            }
        }
        return rows;
    }

    private List<Measure.Statement> top() throws SQLException {
        List<Measure.Statement> top = new ArrayList<>();
        try (var statement = outside.createStatement();
                ResultSet row = statement.executeQuery("select regexp_replace(query, '\\s+', ' ', 'g'), calls,"
                        + " wal_bytes, total_exec_time / 1000 from (select s.*, rank() over (order by calls desc) c,"
                        + " rank() over (order by wal_bytes desc) w, rank() over (order by total_exec_time desc) t"
                        + " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '"
                        + database.name() + "' and s.userid = '" + Server.OWNER + "'::regrole) r"
                        + " where c <= 25 or w <= 15 or t <= 15 order by calls desc")) {
            while (row.next()) {
                top.add(new Measure.Statement(row.getString(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
            }
        }
        return top;
    }

    private double ask(String sql) throws SQLException {
        try (var statement = outside.createStatement()) {
            return number(statement.executeQuery(sql));
        }
    }

    private static double number(ResultSet row) throws SQLException {
        try (row) {
            row.next();
            return row.getDouble(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = outside.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        outside.close();
        inside.close();
    }
}
