package no.forfall.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.casefile.Plans;
import no.forfall.engine.Catalogue;
import no.forfall.outbox.EffectState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has not left the house yet: letters, packages, messages, each with why and since when. */
@Service
@Transactional(readOnly = true)
public class OutboxScreen {

    /** In this order: what needs a person first. */
    private static final List<EffectState> SHOWN =
            List.of(EffectState.UNKNOWN, EffectState.BARRED, EffectState.QUEUED, EffectState.HELD, EffectState.SENDING);

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Catalogue activities;
    private final Plans plans;

    OutboxScreen(JdbcClient jdbc, Catalogue activities, Plans plans) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.plans = plans;
    }

    /**
     * How much stands for the same reason.
     *
     * @param reason null when it only waits for its time or turn
     * @param since when the first of them was queued
     * @param next when the next of them is tried; null for what does not leave by itself
     */
    public record Group(
            EffectState state,
            String activity,
            @Nullable String reason,
            long count,
            Instant since,
            @Nullable Instant next) {}

    /** Everything that has not left, by state, activity and reason; the largest groups of a state first, fifty at most. */
    public List<Group> groups(Locale language) {
        return jdbc.sql("select state, activity, reason, count(*) as count, min(queued_at) as since,"
                        + " min(not_before) as next from app.outbox where state in (:states)"
                        + " group by state, activity, reason order by array_position(:order, state::text), count(*) desc"
                        + " limit 50")
                .param("states", SHOWN.stream().map(Enum::name).toList())
                .param("order", SHOWN.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> {
                    EffectState state = EffectState.valueOf(row.getString("state"));
                    return new Group(
                            state,
                            activities.labelOf(row.getString("activity"), language),
                            plans.sentence(row.getString("reason"), language),
                            row.getLong("count"),
                            row.getTimestamp("since").toInstant(),
                            state == EffectState.QUEUED
                                    ? row.getTimestamp("next").toInstant()
                                    : null);
                })
                .list();
    }

    /** @param attempts how often its delivery began */
    public record Row(
            String caseNumber,
            String debtor,
            String activity,
            @Nullable String reason,
            Instant since,
            Instant next,
            int attempts) {}

    /**
     * @param more whether there are later ones
     * @param rows oldest first
     */
    public record Page(List<Row> rows, boolean more) {}

    /** What stands in a state, fifty to a page; pages count from 0. */
    public Page page(EffectState state, int page, Locale language) {
        List<Row> rows = new ArrayList<>(
                jdbc.sql("select o.case_number, d.name, o.activity, o.reason, o.queued_at, o.not_before, o.attempts"
                                + " from app.outbox o join app.collection_case c on c.number = o.case_number"
                                + " join app.invoice i on i.id = c.invoice_id join app.debtor d on d.id = i.debtor_id"
                                + " where o.state = :state order by o.queued_at, o.key limit :most offset :start")
                        .param("state", state.name())
                        .param("most", PAGE + 1)
                        .param("start", (long) PAGE * page)
                        .query((row, number) -> row(row, language))
                        .list());
        boolean more = rows.size() > PAGE;
        return new Page(more ? rows.subList(0, PAGE) : rows, more);
    }

    private Row row(ResultSet row, Locale language) throws SQLException {
        return new Row(
                row.getString("case_number"),
                row.getString("name"),
                activities.labelOf(row.getString("activity"), language),
                plans.sentence(row.getString("reason"), language),
                row.getTimestamp("queued_at").toInstant(),
                row.getTimestamp("not_before").toInstant(),
                row.getInt("attempts"));
    }
}
