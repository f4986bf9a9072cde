package no.forfall.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.worklist.FirstFree;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.WorkOrders;
import no.forfall.worklist.Worklist;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long people wait for their lists when there are many cases, of which every tenth waits for a person: against plain SQL
 * that reads the same rows from an index, against the plainest that reads one table, and against the engine's own task query.
 */
final class Lists implements Scenario {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 12);
    private static final Instant NOW = Cohort.at(DUE.plusDays(2), 9);
    private static final int WAITING = 1_000_001;
    private static final int OPEN = 1_000_002;
    private static final int TIMES = 101;
    private static final Duration WARMING_UP = Duration.ofSeconds(3);

    private static final String LIST = "the work list, 50 rows";
    private static final String NEXT = "the next case, found and locked";
    private static final String TAKEN = "the next case, taken and committed";
    private static final String FINISHED = "a case finished, and the next one taken";
    private static final String NUMBER = "search by a number";
    private static final String NAME = "search by a part of a name";
    private static final List<String> QUESTIONS = List.of(LIST, NEXT, TAKEN, FINISHED, NUMBER, NAME);
    private static final String SAME = ", the same rows by plain SQL";
    private static final String TABLE = ", one table by plain SQL";
    private static final String ENGINE = ", engine";
    private static final String HEAP = "heap MB";
    private static final String GATHERED = "every open item counted, s";
    private static final String WEIGHED = "every open item counted with other weights, s";
    private static final String PREVIEWED = "a preview of other weights, s";

    /** The table of weights with other points, as a manager makes it. */
    private static final Map<Integer, Integer> OTHER = Map.of(1, 61);

    /** Items differ: in amount, age and how soon they are due. */
    private static final List<String> SPREAD = List.of(
            "update app.ledger_line l set amount = amount * (1 + l.invoice_id % 200) where part = 'PRINCIPAL'"
                    + " and invoice_id in (select c.invoice_id from app.collection_case c join app.work_item w"
                    + " on w.case_number = c.number)",
            "update app.collection_case c set open_principal = c.open_principal * (1 + c.invoice_id % 200),"
                    + " due_on = c.due_on - (c.invoice_id % 150)::int from app.work_item w where w.case_number = c.number",
            "update app.invoice i set due_on = c.due_on, first_due_on = c.due_on from app.collection_case c"
                    + " where c.invoice_id = i.id and c.due_on <> i.due_on",
            "update app.work_item w set open_principal = c.open_principal, invoice_due_on = c.due_on, ranked_by = 0,"
                    + " facts = null, parts = '{}', points = 0, due = case when c.invoice_id % 3 = 0"
                    + " then w.opened_at + (c.invoice_id % 30) * interval '1 day' end"
                    + " from app.collection_case c where c.number = w.case_number");

    private static final String ITEMS = " from app.work_item w where w.done_at is null";
    private static final String ORDER = " order by w.points desc, w.due, w.opened_at, w.id";
    private static final String FREE = ITEMS + " and w.assignee is null and not w.held";
    private static final String FIRST = ORDER + " limit 1 for update skip locked";
    private static final String PARTIES = " join app.invoice i on i.id = c.invoice_id"
            + " join app.debtor d on d.id = i.debtor_id join app.creditor k on k.id = i.creditor_id";

    @Override
    public List<String> sides() {
        return List.of("forfall");
    }

    @Override
    public Measure run(String name, Database database, Gauge gauge, int n) throws Exception {
        try (ForfallSide side = new ForfallSide()) {
            side.open(database);
            side.goTo(NOW);
            side.register(new Cohort(WAITING, 1, DUE.plusYears(2)));
            side.register(new Cohort(OPEN, 1, DUE), "new");
            try (Connection connection = database.watch()) {
                new Copies(connection, "FV-" + WAITING, 'W').make(n - n / 10);
                new Copies(connection, "FV-" + OPEN, 'T').make(n / 10);
                spread(connection);
            }
            gauge.begin();
            gauge.phase("ask", () -> ask(side, gauge, n));
            gauge.note(HEAP, heap());
            return gauge.end(name, n);
        }
    }

    /** Without triggers, as the copies were made. */
    private static void spread(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String each : SPREAD) {
                statement.execute(each);
            }
            statement.execute("reset session_replication_role");
        }
    }

    /** Waits for the house's own rounds, as people do. */
    private static void count(ForfallSide side, JdbcTemplate sql, Gauge gauge) {
        sql.execute("update app.work_item set ranked_by = 0 where done_at is null");
        gauge.note(GATHERED, seconds(() -> untilRankedBy(1, sql)));
        WorkOrders orders = side.bean(WorkOrders.class);
        gauge.note(PREVIEWED, seconds(() -> orders.effect(OTHER)));
        int version = orders.publish(orders.weighing().version(), OTHER, "handler", "other weights");
        gauge.note(WEIGHED, seconds(() -> untilRankedBy(version, sql)));
        sql.execute("vacuum analyze app.work_item");
    }

    private static void untilRankedBy(int version, JdbcTemplate sql) {
        while (Boolean.TRUE.equals(sql.queryForObject(
                "select exists (select from app.work_item where done_at is null and ranked_by < ?)",
                Boolean.class,
                version))) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void ask(ForfallSide side, Gauge gauge, int n) {
        JdbcTemplate sql = new JdbcTemplate(side.pool());
        count(side, sql, gauge);
        workList(side, sql, gauge);
        nextCase(side, sql, gauge);
        String number = "WFV-" + n / 2;
        search(side, sql, gauge, NUMBER, number, "select * from app.invoice where number = ?", number);
        String word = Copies.word('W', n / 2).substring(1);
        search(side, sql, gauge, NAME, word, "select * from app.debtor where lower(name) like ?", "%" + word + "%");
    }

    private static void workList(ForfallSide side, JdbcTemplate sql, Gauge gauge) {
        OpenItems open = side.bean(OpenItems.class);
        TaskService tasks = side.bean(TaskService.class);
        new Turns(gauge, LIST)
                .with("", () -> open.page(WorkFilter.ALL, 0, 50))
                .with(
                        SAME,
                        () -> rows(
                                sql,
                                "select w.*, d.name, k.name, k.country, i.number, i.due_on, i.currency,"
                                        + " (select max(l.sent_at) from app.letter l where l.case_number = w.case_number)"
                                        + " from (select *" + ITEMS + ORDER + " limit 50) w"
                                        + " join app.collection_case c on c.number = w.case_number" + PARTIES + ORDER))
                .with(TABLE, () -> rows(sql, "select *" + ITEMS + ORDER + " limit 50"))
                .with(ENGINE, () -> tasks.createTaskQuery()
                        .taskCandidateGroup("handler")
                        .processVariableValueEquals("country", "NO")
                        .orderByDueDate()
                        .asc()
                        .listPage(0, 50))
                .take();
    }

    private static void nextCase(ForfallSide side, JdbcTemplate sql, Gauge gauge) {
        TransactionTemplate transaction = side.bean(TransactionTemplate.class);
        OpenItems open = side.bean(OpenItems.class);
        Worklist worklist = side.bean(Worklist.class);
        TaskService tasks = side.bean(TaskService.class);
        new Turns(gauge, NEXT)
                .with("", () -> transaction.execute(status -> FirstFree.lock(open, Set.of("handler"), NOW)))
                .with(
                        SAME,
                        () -> transaction.execute(status -> rows(
                                sql,
                                "select *" + FREE + " and (w.team is null or w.team = 'handler')"
                                        + " and (w.skipped_until is null or w.skipped_until <= now())" + FIRST)))
                .with(TABLE, () -> rows(sql, "select w.id" + FREE + FIRST))
                .with(ENGINE, () -> unassigned(tasks).listPage(0, 1))
                .take();
        new Turns(gauge, FINISHED)
                .with("", () -> finish(worklist))
                .with(
                        TABLE,
                        () -> transaction.execute(status -> {
                            String next = id(rows(sql, "select w.id" + FREE + FIRST));
                            rows(
                                    sql,
                                    "update app.work_item set done_at = now(), done_by = 'handler', outcome = 'COMPLETED'"
                                            + " where id = ? returning id",
                                    next);
                            rows(
                                    sql,
                                    "insert into app.journal (case_number, at, kind, actor, facts)"
                                            + " select case_number, now(), 'StepClosed', 'handler', '{}' from app.work_item"
                                            + " where id = ? returning id",
                                    next);
                            return rows(
                                    sql,
                                    "update app.work_item set assignee = 'handler' where id = (select w.id" + FREE
                                            + FIRST + ") returning *");
                        }))
                .take();
        new Turns(gauge, TAKEN)
                .with("", () -> worklist.next("handler").orElseThrow())
                .with(
                        TABLE,
                        () -> rows(
                                sql,
                                "update app.work_item set assignee = 'handler' where id = (select w.id" + FREE + FIRST
                                        + ") returning *"))
                .with(
                        ENGINE,
                        () -> tasks.claim(
                                unassigned(tasks).listPage(0, 1).get(0).getId(), "handler"))
                .take();
    }

    private static void finish(Worklist worklist) {
        worklist.complete(worklist.next("handler").orElseThrow().id(), "handler", Map.of("outcome", "NO_ANSWER"));
        worklist.next("handler").orElseThrow();
    }

    private static String id(List<Map<String, Object>> rows) {
        return String.valueOf(rows.get(0).get("id"));
    }

    private static TaskQuery unassigned(TaskService tasks) {
        return tasks.createTaskQuery()
                .taskUnassigned()
                .taskCandidateGroup("handler")
                .orderByDueDate()
                .asc();
    }

    private static void search(
            ForfallSide side,
            JdbcTemplate sql,
            Gauge gauge,
            String question,
            String typed,
            String table,
            String value) {
        CaseList cases = side.bean(CaseList.class);
        String like = "%" + typed.toLowerCase(Locale.ROOT) + "%";
        new Turns(gauge, question)
                .with("", () -> cases.find(CaseQuery.text(typed), 0, 50, Locale.ENGLISH))
                .with(
                        SAME,
                        () -> rows(
                                sql,
                                "select c.*, d.name, d.organisation_number, k.name, k.country, i.number, i.currency,"
                                        + " t.element, t.until from (select id from app.invoice where number = ?"
                                        + " or payment_reference = ? union select v.id from app.debtor o"
                                        + " join app.invoice v on v.debtor_id = o.id where lower(o.name) like ?) f"
                                        + " join app.collection_case c on c.invoice_id = f.id" + PARTIES
                                        + " left join app.case_token t on t.case_number = c.number"
                                        + " order by c.due_on limit 50",
                                typed,
                                typed,
                                like))
                .with(TABLE, () -> rows(sql, table, value))
                .take();
    }

    private static List<Map<String, Object>> rows(JdbcTemplate sql, String statement, Object... values) {
        return sql.query(statement, new ArgumentPreparedStatementSetter(values), new ColumnMapRowMapper());
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Ways to answer one question, which take turns, so that what else the machine does slows them alike. */
    private record Turns(Gauge gauge, String question, Map<String, Runnable> ways) {

        Turns(Gauge gauge, String question) {
            this(gauge, question, new LinkedHashMap<>());
        }

        Turns with(String way, Runnable asked) {
            ways.put(way, asked);
            return this;
        }

        /** Notes the median of each, in milliseconds, once the JVM has warmed up. */
        void take() {
            ways.values().forEach(Turns::warmUp);
            Map<String, double[]> millis = new HashMap<>();
            for (int i = 0; i < TIMES; i++) {
                for (var way : ways.entrySet()) {
                    long begun = System.nanoTime();
                    way.getValue().run();
                    millis.computeIfAbsent(way.getKey(), name -> new double[TIMES])[i] =
                            (System.nanoTime() - begun) / 1e6;
                }
            }
            millis.forEach((way, each) -> gauge.note(question + way, Results.median(each)));
        }

        private static void warmUp(Runnable asked) {
            long until = System.nanoTime() + WARMING_UP.toNanos();
            while (System.nanoTime() < until) {
                asked.run();
            }
        }
    }

    @Override
    public String report(Results results) {
        StringBuilder text =
                new StringBuilder("## Lists\n\n").append(results.about()).append("\n\n");
        text.append("Milliseconds with N cases, of which every tenth waits for a person; medians of " + TIMES
                + " turns.\n\n");
        text.append("| | Forfall | the same rows by plain SQL | one table by plain SQL | the engine's task query |\n");
        text.append("|---|---|---|---|---|\n");
        for (String question : QUESTIONS) {
            text.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            question,
                            millis(results, question),
                            millis(results, question + SAME),
                            millis(results, question + TABLE),
                            millis(results, question + ENGINE)));
        }
        text.append("\n| every open item, one after the other | s |\n|---|---|\n");
        for (String work : List.of(GATHERED, WEIGHED, PREVIEWED)) {
            text.append("| %s | %s |%n".formatted(work.substring(0, work.length() - 3), millis(results, work)));
        }
        text.append("\n| goal | must | aim | measured | |\n|---|---|---|---|---|\n");
        for (String question : List.of(LIST, NEXT, NUMBER, NAME)) {
            text.append(Goal.atMost(question + ", against the same rows by plain SQL", 3, 1.5, "×")
                    .row(note(results, question) / note(results, question + SAME)));
        }
        text.append(
                Goal.atMost("heap in use after a collection", 1000, 1000, " MB").row(note(results, HEAP)));
        return text.toString();
    }

    private static String millis(Results results, String name) {
        double value = note(results, name);
        return Double.isNaN(value) ? "–" : "%.2f".formatted(value);
    }

    private static double note(Results results, String name) {
        return results.median("forfall", measure -> measure.notes().getOrDefault(name, Double.NaN));
    }
}
