package no.forfall.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the outbox. Due times are business time, given by the caller; leases are the database's own time, which no
 * time machine moves.
 */
@Repository
class OutboxTable {

    private static final String COLUMNS =
            "key, case_number, activity, input, origin, state, queued_at, not_before, rule, reason, attempts ";
    private static final String ROW = "select " + COLUMNS + "from app.outbox ";

    private final JdbcClient jdbc;

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Effect effect, Instant at) {
        jdbc.sql("insert into app.outbox (key, case_number, activity, input, origin, state, queued_at, not_before)"
                        + " values (:key, :case, :activity, cast(:input as jsonb), :origin, 'QUEUED', :at, :at)")
                .param("key", effect.key())
                .param("case", effect.caseNumber().value())
                .param("activity", effect.activity())
                .param("input", effect.input())
                .param("origin", effect.origin())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Locks one row whose turn has come, skipping rows that another dispatcher holds. */
    Optional<QueuedEffect> lockDue(Instant now) {
        return jdbc.sql(ROW + "where state = 'QUEUED' and not_before <= :now order by not_before, queued_at"
                        + " limit 1 for update skip locked")
                .param("now", Timestamp.from(now))
                .query(OutboxTable::row)
                .optional();
    }

    Optional<QueuedEffect> lockDelivered() {
        return jdbc.sql(ROW + "where state = 'DELIVERED' and not paused and confirm_after <= clock_timestamp()"
                        + " order by queued_at limit 1 for update skip locked")
                .query(OutboxTable::row)
                .optional();
    }

    Optional<QueuedEffect> lock(UUID key) {
        return jdbc.sql(ROW + "where key = :key for update")
                .param("key", key)
                .query(OutboxTable::row)
                .optional();
    }

    Optional<QueuedEffect> find(UUID key) {
        return jdbc.sql(ROW + "where key = :key")
                .param("key", key)
                .query(OutboxTable::row)
                .optional();
    }

    List<QueuedEffect> standing(CaseNumber caseNumber) {
        return jdbc.sql(ROW + "where case_number = :case and state not in ('CONFIRMED', 'WITHDRAWN')"
                        + " order by queued_at limit 100")
                .param("case", caseNumber.value())
                .query(OutboxTable::row)
                .list();
    }

    List<QueuedEffect> waiting(Collection<CaseNumber> caseNumbers) {
        return jdbc.sql(ROW
                        + "where case_number = any(:cases) and state in ('QUEUED', 'BARRED', 'UNKNOWN')"
                        + " order by not_before, queued_at")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(OutboxTable::row)
                .list();
    }

    List<QueuedEffect> in(EffectState state, int most) {
        return jdbc.sql(ROW + "where state = :state order by queued_at limit :most")
                .param("state", state.name())
                .param("most", most)
                .query(OutboxTable::row)
                .list();
    }

    long count(EffectState state) {
        return jdbc.sql("select count(*) from app.outbox where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select min(not_before) from app.outbox where state = 'QUEUED'")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** @return the number of the attempt that begins; whoever ends it names it */
    int sending(UUID key, Duration lease) {
        return jdbc.sql("update app.outbox set state = 'SENDING', attempts = attempts + 1, rule = null, reason = null,"
                        + " lease_until = clock_timestamp() + make_interval(secs => :seconds) where key = :key"
                        + " returning attempts")
                .param("seconds", lease.toMillis() / 1000.0)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /** Locks an effect that waits to hear how this attempt ended: nobody has begun another, and none has succeeded. */
    Optional<QueuedEffect> lockLast(UUID key, int attempt) {
        return jdbc.sql(ROW + "where key = :key and attempts = :attempt"
                        + " and state not in ('DELIVERED', 'CONFIRMED', 'WITHDRAWN') for update")
                .param("key", key)
                .param("attempt", attempt)
                .query(OutboxTable::row)
                .optional();
    }

    void settle(UUID key, EffectState state, @Nullable String rule, @Nullable String reason) {
        jdbc.sql("update app.outbox set state = :state, rule = :rule, reason = :reason, lease_until = null"
                        + " where key = :key")
                .param("state", state.name())
                .param("rule", rule)
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    void postpone(UUID key, Instant until, @Nullable String rule, String reason) {
        jdbc.sql("update app.outbox set state = 'QUEUED', not_before = :until, rule = :rule, reason = :reason,"
                        + " lease_until = null where key = :key")
                .param("until", Timestamp.from(until))
                .param("rule", rule)
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    /** Counts an attempt that ended before anything left, and tries again later. */
    void failed(UUID key, Instant until, String reason) {
        jdbc.sql(
                        "update app.outbox set attempts = attempts + 1, not_before = :until, reason = :reason where key = :key")
                .param("until", Timestamp.from(until))
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    void delivered(UUID key, String facts) {
        delivered(key, facts, EffectState.DELIVERED, false);
    }

    /** @param paused whether the step that waits is told only when its case is resumed */
    void delivered(UUID key, String facts, EffectState state, boolean paused) {
        jdbc.sql("update app.outbox set state = :state, facts = cast(:facts as jsonb), rule = null,"
                        + " reason = null, lease_until = null, paused = :paused where key = :key")
                .param("state", state.name())
                .param("facts", facts)
                .param("paused", paused)
                .param("key", key)
                .update();
    }

    String facts(UUID key) {
        return jdbc.sql("select coalesce(facts, '{}') from app.outbox where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    /** Tries the confirmation again after a while; others go first. */
    void confirmLater(UUID key, Duration wait) {
        jdbc.sql("update app.outbox set confirm_after = clock_timestamp() + make_interval(secs => :seconds)"
                        + " where key = :key")
                .param("seconds", wait.toMillis() / 1000.0)
                .param("key", key)
                .update();
    }

    void pause(UUID key) {
        jdbc.sql("update app.outbox set paused = true where key = :key")
                .param("key", key)
                .update();
    }

    List<QueuedEffect> lockExpired() {
        return jdbc.sql(ROW + "where state = 'SENDING' and lease_until < clock_timestamp() order by queued_at limit 100"
                        + " for update skip locked")
                .query(OutboxTable::row)
                .list();
    }

    void hold(CaseNumber caseNumber) {
        move(caseNumber, "state = 'HELD'", "state in ('QUEUED')");
    }

    void release(CaseNumber caseNumber) {
        move(caseNumber, "state = 'QUEUED'", "state = 'HELD'");
        move(caseNumber, "paused = false", "paused");
    }

    List<QueuedEffect> withdraw(CaseNumber caseNumber, String reason) {
        return jdbc.sql("update app.outbox set state = 'WITHDRAWN', reason = :reason where case_number = :case"
                        + " and state in ('QUEUED', 'HELD', 'BARRED') returning " + COLUMNS)
                .param("reason", reason)
                .param("case", caseNumber.value())
                .query(OutboxTable::row)
                .list();
    }

    private void move(CaseNumber caseNumber, String change, String from) {
        jdbc.sql("update app.outbox set " + change + " where case_number = :case and " + from)
                .param("case", caseNumber.value())
                .update();
    }

    private static QueuedEffect row(ResultSet row, int number) throws SQLException {
        Effect effect = new Effect(
                row.getObject("key", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("activity"),
                row.getString("input"),
                row.getString("origin"));
        return new QueuedEffect(
                effect,
                EffectState.valueOf(row.getString("state")),
                row.getTimestamp("queued_at").toInstant(),
                row.getTimestamp("not_before").toInstant(),
                row.getString("rule"),
                row.getString("reason"),
                row.getInt("attempts"));
    }
}
