package no.forfall.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the work list. */
@Repository
class ItemTable {

    static final String COLUMNS = "w.id, w.kind, w.case_number, w.process, w.element, w.name, w.team, w.assignee,"
            + " w.held, w.reason, w.opened_at, w.due, w.done_at,"
            + " w.skipped_until, w.snoozed_by, w.news_wakes, w.woken_by, w.woken_at";

    private final JdbcClient jdbc;

    ItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an item, or opens it anew: an effect may stand still more than once. */
    void open(WorkItem item) {
        jdbc.sql("""
                        insert into app.work_item
                            (id, kind, case_number, process, element, name, team, assignee, held, reason, opened_at, due)
                        values (:id, :kind, :case, :process, :element, :name, :team, :assignee, :held, :reason, :at, :due)
                        on conflict (id) do update set kind = excluded.kind, reason = excluded.reason,
                            opened_at = excluded.opened_at, held = excluded.held, assignee = null,
                            skipped_until = null, snoozed_by = null, news_wakes = false, woken_by = null,
                            woken_at = null, answer = null, done_at = null, done_by = null, outcome = null
                        """)
                .param("id", item.id())
                .param("kind", item.kind().name())
                .param("case", item.caseNumber().value())
                .param("process", item.process())
                .param("element", item.element())
                .param("name", item.name())
                .param("team", item.team())
                .param("assignee", item.assignee())
                .param("held", item.held())
                .param("reason", item.reason())
                .param("at", Timestamp.from(item.openedAt()))
                .param("due", timestamp(item.due()))
                .update();
    }

    /** Whoever takes an item has it now, and whoever gives it back has it not; what woke it is still worth knowing. */
    void assign(String id, @Nullable String person) {
        jdbc.sql("update app.work_item set assignee = :person, skipped_until = null, snoozed_by = null,"
                        + " news_wakes = false where id = :id")
                .param("person", person)
                .param("id", id)
                .update();
    }

    void later(String id, Later later) {
        jdbc.sql("update app.work_item set skipped_until = :until, snoozed_by = :by, news_wakes = :news,"
                        + " woken_by = :waker, woken_at = :at where id = :id")
                .param("until", timestamp(later.until()))
                .param("by", later.by())
                .param("news", later.news())
                .param("waker", later.wokenBy() == null ? null : later.wokenBy().name())
                .param("at", timestamp(later.wokenAt()))
                .param("id", id)
                .update();
    }

    /**
     * Brings back what was left until there is news of the case.
     *
     * @param knower to whom it is no news; null when it is to everybody
     */
    void wake(CaseNumber caseNumber, Waker waker, @Nullable String knower, Instant at) {
        jdbc.sql("update app.work_item set skipped_until = null, news_wakes = false, woken_by = :waker, woken_at = :at"
                        + " where case_number = :case and done_at is null and news_wakes"
                        + " and snoozed_by is distinct from cast(:knower as varchar)")
                .param("knower", knower)
                .param("waker", waker.name())
                .param("at", Timestamp.from(at))
                .param("case", caseNumber.value())
                .update();
    }

    /** @param answer what the form of a step calls its outcome; null when it has none */
    void done(String id, Instant at, @Nullable String person, String outcome, @Nullable String answer) {
        jdbc.sql(
                        "update app.work_item set done_at = :at, done_by = :person, outcome = :outcome, answer = left(:answer, 64)"
                                + " where id = :id and done_at is null")
                .param("at", Timestamp.from(at))
                .param("person", person)
                .param("outcome", outcome)
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    /** Marks the steps that stand still, and every effect of the case. */
    void hold(CaseNumber caseNumber, Set<String> steps) {
        jdbc.sql("update app.work_item set held = (kind <> 'STEP' or id = any(:steps))"
                        + " where case_number = :case and done_at is null")
                .param("steps", steps.toArray(String[]::new))
                .param("case", caseNumber.value())
                .update();
    }

    void resume(CaseNumber caseNumber) {
        jdbc.sql("update app.work_item set held = false where case_number = :case and held")
                .param("case", caseNumber.value())
                .update();
    }

    Optional<WorkItem> find(String id) {
        return one("where w.id = :id", id);
    }

    Optional<WorkItem> lock(String id) {
        return one("where w.id = :id for update", id);
    }

    private Optional<WorkItem> one(String where, String id) {
        return jdbc.sql("select " + COLUMNS + " from app.work_item w " + where)
                .param("id", id)
                .query(ItemTable::row)
                .optional();
    }

    /** What a person finished last, not before a moment. */
    Optional<WorkItem> lastFinishedBy(String person, Instant since) {
        return jdbc.sql("select " + COLUMNS + " from app.work_item w where w.done_by = :person and w.done_at >= :since"
                        + " order by w.done_at desc limit 1")
                .param("person", person)
                .param("since", Timestamp.from(since))
                .query(ItemTable::row)
                .optional();
    }

    List<WorkItem> openOf(CaseNumber caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from app.work_item w where w.case_number = :case and w.done_at is null"
                        + " order by w.held, w.due nulls last, w.opened_at")
                .param("case", caseNumber.value())
                .query(ItemTable::row)
                .list();
    }

    List<WorkItem> openSteps() {
        return jdbc.sql("select " + COLUMNS + " from app.work_item w where w.kind = 'STEP' and w.done_at is null")
                .query(ItemTable::row)
                .list();
    }

    static WorkItem row(ResultSet row, int number) throws SQLException {
        return new WorkItem(
                row.getString("id"),
                WorkItem.Kind.valueOf(row.getString("kind")),
                new CaseNumber(row.getString("case_number")),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                row.getString("team"),
                row.getString("assignee"),
                row.getBoolean("held"),
                row.getString("reason"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "due"),
                instant(row, "done_at"),
                later(row));
    }

    private static Later later(ResultSet row) throws SQLException {
        String waker = row.getString("woken_by");
        return new Later(
                instant(row, "skipped_until"),
                row.getString("snoozed_by"),
                row.getBoolean("news_wakes"),
                waker == null ? null : Waker.valueOf(waker),
                instant(row, "woken_at"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
