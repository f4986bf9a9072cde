package no.forfall.bench;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.worklist.OpenItems;
import no.forfall.worklist.WorkFilter;
import no.forfall.worklist.Worklist;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long people wait for their lists when there are many cases, of which every tenth waits for a person: against the
 * plainest SQL that answers from an index, and against the engine's own task query.
 */
final class Lists implements Scenario {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 12);
    private static final int WAITING = 1_000_001;
    private static final int OPEN = 1_000_002;
    private static final int TIMES = 11;

    private static final List<String> QUESTIONS = List.of("work list", "next case", "search");
    private static final String PLAIN = ", plain SQL";
    private static final String ENGINE = ", engine";

    @Override
    public List<String> sides() {
        return List.of("forfall");
    }

    @Override
    public Measure run(String name, Database database, Gauge gauge, int n) throws Exception {
        try (ForfallSide side = new ForfallSide()) {
            side.open(database);
            side.goTo(Cohort.at(DUE.plusDays(2), 9));
            side.register(new Cohort(WAITING, 1, DUE.plusYears(2)));
            side.register(new Cohort(OPEN, 1, DUE), "new");
            try (Connection connection = database.watch()) {
                new Copies(connection, "FV-" + WAITING, 'W').make(n - n / 10);
                new Copies(connection, "FV-" + OPEN, 'T').make(n / 10);
            }
            gauge.begin();
            gauge.phase("ask", () -> ask(side, gauge, n));
            return gauge.end(name, n);
        }
    }

    private static void ask(ForfallSide side, Gauge gauge, int n) {
        JdbcTemplate sql = new JdbcTemplate(side.pool());
        TaskService tasks = side.bean(TaskService.class);
        time(gauge, "work list", () -> side.bean(OpenItems.class).page(WorkFilter.ALL, 0, 50));
        time(
                gauge,
                "work list" + PLAIN,
                () -> sql.queryForList(
                        "select * from app.work_item where done_at is null order by due, opened_at limit 50"));
        time(gauge, "work list" + ENGINE, () -> tasks.createTaskQuery()
                .taskCandidateGroup("handler")
                .processVariableValueEquals("country", "NO")
                .orderByDueDate()
                .asc()
                .listPage(0, 50));
        time(gauge, "next case", () -> side.bean(Worklist.class).next("handler"));
        time(
                gauge,
                "next case" + PLAIN,
                () -> sql.queryForList("select id from app.work_item where done_at is null and assignee is null"
                        + " order by due, opened_at limit 1 for update skip locked"));
        time(gauge, "next case" + ENGINE, () -> tasks.createTaskQuery()
                .taskUnassigned()
                .taskCandidateGroup("handler")
                .orderByDueDate()
                .asc()
                .listPage(0, 1));
        String invoice = "WFV-" + n / 2;
        time(gauge, "search", () -> side.bean(CaseList.class).find(CaseQuery.text(invoice), 0, 50, Locale.ENGLISH));
        time(
                gauge,
                "search" + PLAIN,
                () -> sql.queryForList(
                        "select * from app.invoice i join app.collection_case c on c.invoice_id = i.id where i.number = ?",
                        invoice));
    }

    /** Notes the median of several times, in milliseconds; the first is for warming up. */
    private static void time(Gauge gauge, String question, Runnable asked) {
        asked.run();
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            asked.run();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        gauge.note(question, Results.median(millis));
    }

    @Override
    public String report(Results results) {
        StringBuilder text =
                new StringBuilder("## Lists\n\n").append(results.about()).append("\n\n");
        text.append("Milliseconds with N cases, of which every tenth waits for a person.\n\n");
        text.append("| | Forfall | plain indexed SQL | the engine's task query |\n|---|---|---|---|\n");
        for (String question : QUESTIONS) {
            text.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            question,
                            millis(results, question),
                            millis(results, question + PLAIN),
                            millis(results, question + ENGINE)));
        }
        text.append("\n| goal | must | aim | measured | |\n|---|---|---|---|---|\n");
        for (String question : QUESTIONS) {
            text.append(Goal.atMost(question + ", against plain indexed SQL", 3, 1.5, "×")
                    .row(note(results, question) / note(results, question + PLAIN)));
        }
        return text.toString();
    }

    private static String millis(Results results, String name) {
        double value = note(results, name);
        return Double.isNaN(value) ? "–" : "%.1f".formatted(value);
    }

    private static double note(Results results, String name) {
        return results.median("forfall", measure -> measure.notes().getOrDefault(name, Double.NaN));
    }
}
