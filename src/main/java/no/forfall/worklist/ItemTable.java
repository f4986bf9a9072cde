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
            + " w.held, w.reason, w.opened_at, w.due, w.done_at";

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
                            skipped_until = null, done_at = null, done_by = null, outcome = null
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
                .param("due", item.due() == null ? null : Timestamp.from(item.due()))
                .update();
    }

    void assign(String id, @Nullable String person) {
        jdbc.sql("update app.work_item set assignee = :person, skipped_until = null where id = :id")
                .param("person", person)
                .param("id", id)
                .update();
    }

    void skip(String id, Instant until) {
        jdbc.sql("update app.work_item set skipped_until = :until where id = :id")
                .param("until", Timestamp.from(until))
                .param("id", id)
                .update();
    }

    void done(String id, Instant at, @Nullable String person, String outcome) {
        jdbc.sql("update app.work_item set done_at = :at, done_by = :person, outcome = :outcome"
                        + " where id = :id and done_at is null")
                .param("at", Timestamp.from(at))
                .param("person", person)
                .param("outcome", outcome)
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
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
