package no.forfall.worklist.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import no.forfall.worklist.ItemConditions;
import no.forfall.worklist.OpenItems;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs and what they are to be. */
@Repository
class BulkTable {

    private static final String RUN =
            "select b.*, (select count(*) from app.bulk_row r where r.run_id = b.id) as chosen"
                    + " from app.bulk_run b ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BulkTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long make(String person, @Nullable String query, Instant at) {
        return jdbc.sql("insert into app.bulk_run (person, query, made_at) values (:person, :query, :at) returning id")
                .param("person", person)
                .param("query", query)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** Takes over the first rows of the list as it is now, and notes whether there are more. */
    void choose(long run, ItemConditions conditions, int most) {
        String open = " from app.work_item w where w.done_at is null" + conditions.and();
        jdbc.sql(CHOSEN.formatted("select w.id, w.case_number, w.points, w.due, w.opened_at" + open + OpenItems.ORDER
                        + " limit :most"))
                .params(conditions.values())
                .param("run", run)
                .param("most", most)
                .update();
        jdbc.sql("update app.bulk_run b set more = (select count(*) from (select 1" + open
                        + " limit :beyond) w) > :most" + " where b.id = :run")
                .params(conditions.values())
                .param("run", run)
                .param("most", most)
                .param("beyond", most + 1)
                .update();
    }

    void choose(long run, Collection<String> items) {
        jdbc.sql(CHOSEN.formatted("select w.id, w.case_number, w.points, w.due, w.opened_at from app.work_item w"
                        + " where w.id = any(:items) and w.done_at is null"))
                .param("run", run)
                .param("items", items.toArray(String[]::new))
                .update();
    }

    private static final String CHOSEN = "insert into app.bulk_row (run_id, place, item_id, case_number)"
            + " select :run, row_number() over (" + OpenItems.ORDER.strip() + "), w.id, w.case_number from (%s) w";

    Optional<BulkRun> find(long run) {
        return jdbc.sql(RUN + "where b.id = ?").param(run).query(this::run).optional();
    }

    /** The newest that a person has started. */
    List<BulkRun> startedBy(String person, int most) {
        return jdbc.sql(RUN + "where b.person = ? and b.started_at is not null order by b.id desc limit ?")
                .params(person, most)
                .query(this::run)
                .list();
    }

    /** @return false when it was started before */
    boolean start(long run, BulkOrder order, Instant at) {
        return jdbc.sql("update app.bulk_run set ordered = cast(:order as jsonb), started_at = :at"
                                + " where id = :run and started_at is null")
                        .param("order", written(order))
                        .param("at", Timestamp.from(at))
                        .param("run", run)
                        .update()
                > 0;
    }

    void stop(long run, String person, Instant at) {
        jdbc.sql("update app.bulk_run set stopped_at = :at, stopped_by = :person, ended_at = :at"
                        + " where id = :run and started_at is not null and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("person", person)
                .param("run", run)
                .update();
    }

    /** The runs that have begun and not ended, the oldest first. */
    List<Long> open() {
        return jdbc.sql("select id from app.bulk_run where started_at is not null and ended_at is null order by id")
                .query(Long.class)
                .list();
    }

    /** Ends a run of which no row waits, nor is being done. */
    void end(long run, Instant at) {
        jdbc.sql("update app.bulk_run set ended_at = :at where id = :run and ended_at is null and not exists"
                        + " (select 1 from app.bulk_row r where r.run_id = :run and r.state = 'WAITS')")
                .param("at", Timestamp.from(at))
                .param("run", run)
                .update();
    }

    /** Forgets what a person chose before and did not start, but for the newest. */
    void forgetChoices(String person, int kept) {
        jdbc.sql(
                        "delete from app.bulk_run where person = :person and started_at is null and id not in (select id"
                                + " from app.bulk_run where person = :person and started_at is null order by id desc limit :kept)")
                .param("person", person)
                .param("kept", kept)
                .update();
    }

    void forget(Instant choicesBefore, Instant runsBefore) {
        jdbc.sql("delete from app.bulk_run where started_at is null and made_at < :choices or ended_at < :runs")
                .param("choices", Timestamp.from(choicesBefore))
                .param("runs", Timestamp.from(runsBefore))
                .update();
    }

    /** A row whose turn has come. */
    record Turn(int place, String itemId, CaseNumber caseNumber) {}

    /** Locks the next row of a run that goes on; whoever asks in the same moment gets the one after it. */
    Optional<Turn> take(long run) {
        return jdbc.sql("select r.place, r.item_id, r.case_number from app.bulk_row r where r.run_id = :run"
                        + " and r.state = 'WAITS' and exists"
                        + " (select 1 from app.bulk_run b where b.id = :run and b.ended_at is null)"
                        + " order by r.place limit 1 for update of r skip locked")
                .param("run", run)
                .query((row, number) -> new Turn(
                        row.getInt("place"), row.getString("item_id"), new CaseNumber(row.getString("case_number"))))
                .optional();
    }

    /** Writes what came of a row that waits; of one that somebody else did meanwhile, nothing. */
    void write(long run, int place, RowResult result, Instant at) {
        jdbc.sql("update app.bulk_row set state = :state, why = :why, detail = :detail, at = :at"
                        + " where run_id = :run and place = :place and state = 'WAITS'")
                .param("state", result.state().name())
                .param("why", result.why())
                .param("detail", result.detail())
                .param("at", Timestamp.from(at))
                .param("run", run)
                .param("place", place)
                .update();
    }

    private BulkRun run(ResultSet row, int number) throws SQLException {
        String order = row.getString("ordered");
        return new BulkRun(
                row.getLong("id"),
                row.getString("person"),
                row.getString("query"),
                row.getInt("chosen"),
                row.getBoolean("more"),
                order == null ? null : read(order),
                row.getTimestamp("made_at").toInstant(),
                moment(row, "started_at"),
                moment(row, "stopped_at"),
                row.getString("stopped_by"),
                moment(row, "ended_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private BulkOrder read(String order) {
        try {
            return json.readValue(order, BulkOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a run is to do is not readable", e);
        }
    }

    private String written(BulkOrder order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a run is to do cannot be kept", e);
        }
    }
}
