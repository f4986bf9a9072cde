package no.forfall.worklist.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the {@link BulkRules} of all rows of a choice together, of one row, and reads what became of the rows of a run. */
@Repository
class BulkJudge {

    private static final String SHOWN =
            "select v.place, v.item_id, v.case_number, d.name as debtor, w.process, w.element,"
                    + " w.name, v.state, v.why, v.detail from (%s) v join app.work_item w on w.id = v.item_id"
                    + " join app.collection_case c on c.number = v.case_number join app.invoice i on i.id = c.invoice_id"
                    + " join app.debtor d on d.id = i.debtor_id order by v.place";

    private static final String ROWS = " from app.bulk_row r join app.work_item w on w.id = r.item_id"
            + " join app.collection_case c on c.number = r.case_number join app.invoice i on i.id = c.invoice_id"
            + " where r.run_id = :run";

    private final JdbcClient jdbc;

    BulkJudge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row of a choice with why it would be left out. */
    private static String foretold(BulkRules rules) {
        String each = "select r.place, r.item_id, r.case_number, i.debtor_id, " + rules.why() + " as why, "
                + rules.detail() + " as holder, c.hold_until" + ROWS;
        String same = rules.same();
        String why = same == null
                ? "e.why"
                : "case when e.why is null and row_number() over (partition by e." + same
                        + ", e.why is null order by e.place) > 1 then '" + rules.whySame() + "' else e.why end";
        return "select e.place, e.item_id, e.case_number, " + why + " as why, "
                + detail("e.why", "e.holder", "e.hold_until") + " as detail from (" + each + ") e";
    }

    private static String detail(String why, String holder, String until) {
        return "case " + why + " when 'bulk.why.TAKEN' then " + holder + " when 'bulk.why.ALREADY_HELD' then cast("
                + until + " as text) end";
    }

    /** How many rows would be done, and how many left out for which reason, the most first. */
    List<BulkCount> counts(long run, BulkRules rules) {
        return jdbc.sql(
                        "select case when why is null then 'DONE' else 'LEFT' end as state, why, count(*) as rows from ("
                                + foretold(rules) + ") f group by why order by count(*) desc, why nulls first")
                .params(rules.values())
                .param("run", run)
                .query(BulkJudge::count)
                .list();
    }

    /** @param why the reason for which they would be left out; null for those that would be done */
    List<BulkRow> rows(long run, BulkRules rules, @Nullable String why, int first, int most) {
        return jdbc.sql(SHOWN.formatted("select f.*, 'WAITS' as state from (" + foretold(rules) + ") f"
                        + " where coalesce(f.why, '') = :why order by f.place offset :first limit :most"))
                .params(rules.values())
                .param("run", run)
                .param("why", why == null ? "" : why)
                .param("first", first)
                .param("most", most)
                .query(BulkJudge::row)
                .list();
    }

    /** Leaves out what another row of the run does already. */
    void leaveOutTheSame(long run, BulkRules rules) {
        if (rules.same() == null) {
            return;
        }
        jdbc.sql("update app.bulk_row r set state = 'LEFT', why = f.why from (" + foretold(rules) + ") f"
                        + " where r.run_id = :run and r.place = f.place and f.why = :same")
                .params(rules.values())
                .param("run", run)
                .param("same", rules.whySame())
                .update();
    }

    /** Locks the item of a row and says why it may not be done now; empty when nothing is in the way. */
    Optional<RowResult> now(long run, int place, BulkRules rules) {
        return jdbc.sql("select " + rules.why() + " as why, " + rules.detail() + " as holder, c.hold_until" + ROWS
                        + " and r.place = :place for no key update of w")
                .params(rules.values())
                .param("run", run)
                .param("place", place)
                .query(BulkJudge::refusal)
                .optional()
                .orElseGet(() -> Optional.of(RowResult.left("bulk.why.GONE", null)));
    }

    private static Optional<RowResult> refusal(ResultSet row, int number) throws SQLException {
        String why = row.getString("why");
        if (why == null) {
            return Optional.empty();
        }
        return Optional.of(RowResult.left(
                why,
                switch (why) {
                    case "bulk.why.TAKEN" -> row.getString("holder");
                    case "bulk.why.ALREADY_HELD" -> row.getString("hold_until");
                    default -> null;
                }));
    }

    /** What became of the rows so far. */
    List<BulkCount> results(long run) {
        return jdbc.sql("select state, why, count(*) as rows from app.bulk_row where run_id = ?"
                        + " group by state, why order by count(*) desc, why nulls first")
                .param(run)
                .query(BulkJudge::count)
                .list();
    }

    /** The rows of a state, in their order; null for any. */
    List<BulkRow> results(long run, @Nullable RowState state, int after, int most) {
        return shown(run, state, "r.place > :from order by r.place limit :most", after, most);
    }

    List<BulkRow> page(long run, @Nullable RowState state, int first, int most) {
        return shown(run, state, "true order by r.place offset :from limit :most", first, most);
    }

    private List<BulkRow> shown(long run, @Nullable RowState state, String where, int from, int most) {
        return jdbc.sql(SHOWN.formatted("select r.place, r.item_id, r.case_number, r.state, r.why, r.detail"
                        + " from app.bulk_row r where r.run_id = :run"
                        + (state == null ? "" : " and r.state = '" + state + "'") + " and " + where))
                .param("run", run)
                .param("from", from)
                .param("most", most)
                .query(BulkJudge::row)
                .list();
    }

    private static BulkCount count(ResultSet row, int number) throws SQLException {
        return new BulkCount(RowState.valueOf(row.getString("state")), row.getString("why"), row.getLong("rows"));
    }

    private static BulkRow row(ResultSet row, int number) throws SQLException {
        return new BulkRow(
                row.getInt("place"),
                row.getString("item_id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("debtor"),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                RowState.valueOf(row.getString("state")),
                row.getString("why"),
                row.getString("detail"));
    }
}
