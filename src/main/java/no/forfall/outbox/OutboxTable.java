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
import no.forfall.shared.Gathered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
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

    private static final String QUEUE =
            "insert into app.outbox (key, case_number, activity, input, origin, state, queued_at, not_before)"
                    + " values (?, ?, ?, cast(? as jsonb), ?, 'QUEUED', ?, ?)";

    private final JdbcClient client;
    private final Gathered<Object[]> queued;

    OutboxTable(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
        this.queued = new Gathered<>(rows -> jdbc.batchUpdate(QUEUE, rows));
    }

    void insert(Effect effect, Instant at) {
        queued.add(new Object[] {
            effect.key(),
            effect.caseNumber().value(),
            effect.activity(),
            effect.input(),
            effect.origin(),
            Timestamp.from(at),
            Timestamp.from(at)
        });
    }

    /** What is queued is in the table before anything else is asked of it. */
    private JdbcClient.StatementSpec sql(String statement) {
        queued.write();
        return client.sql(statement);
    }

    /** Locks rows whose turn has come, skipping rows that another dispatcher holds. */
    List<QueuedEffect> lockDue(Instant now, int most) {
        return sql(ROW + "where state = 'QUEUED' and not_before <= :now order by not_before, queued_at"
                        + " limit :most for update skip locked")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(OutboxTable::row)
                .list();
    }

    Optional<QueuedEffect> lockDelivered() {
        return sql(ROW + "where state = 'DELIVERED' and not paused and confirm_after <= clock_timestamp()"
                        + " order by queued_at limit 1 for update skip locked")
                .query(OutboxTable::row)
                .optional();
    }

    Optional<QueuedEffect> lock(UUID key) {
        return sql(ROW + "where key = :key for update")
                .param("key", key)
                .query(OutboxTable::row)
                .optional();
    }

    Optional<QueuedEffect> find(UUID key) {
        return sql(ROW + "where key = :key")
                .param("key", key)
                .query(OutboxTable::row)
                .optional();
    }

    List<QueuedEffect> standing(CaseNumber caseNumber) {
        return sql(ROW + "where case_number = :case and state not in ('CONFIRMED', 'WITHDRAWN')"
                        + " order by queued_at limit 100")
                .param("case", caseNumber.value())
                .query(OutboxTable::row)
                .list();
    }

    List<QueuedEffect> waiting(Collection<CaseNumber> caseNumbers) {
        return sql(ROW
                        + "where case_number = any(:cases) and state in ('QUEUED', 'BARRED', 'UNKNOWN')"
                        + " order by not_before, queued_at")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(OutboxTable::row)
                .list();
    }

    List<QueuedEffect> in(EffectState state, int most) {
        return sql(ROW + "where state = :state order by queued_at limit :most")
                .param("state", state.name())
                .param("most", most)
                .query(OutboxTable::row)
                .list();
    }

    long count(EffectState state) {
        return sql("select count(*) from app.outbox where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    Optional<Instant> nextDue() {
        return sql("select min(not_before) from app.outbox where state = 'QUEUED'")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Begins another attempt with each of them. */
    void sending(List<UUID> keys, Duration lease) {
        if (!keys.isEmpty()) {
            sql("update app.outbox set state = 'SENDING', attempts = attempts + 1, rule = null, reason = null,"
                            + " lease_until = clock_timestamp() + make_interval(secs => :seconds) where key = any(:keys)")
                    .param("seconds", lease.toMillis() / 1000.0)
                    .param("keys", keys.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Locks effects that wait to hear how their attempt ended: nobody has begun another, and none has succeeded. */
    List<QueuedEffect> lockLast(List<Attempt> attempts) {
        return sql(ROW + "where (key, attempts) in (select * from unnest(:keys, :numbers))"
                        + " and state not in ('DELIVERED', 'CONFIRMED', 'WITHDRAWN') order by key for update")
                .param(
                        "keys",
                        attempts.stream().map(attempt -> attempt.effect().key()).toArray(UUID[]::new))
                .param("numbers", attempts.stream().map(Attempt::number).toArray(Integer[]::new))
                .query(OutboxTable::row)
                .list();
    }

    void settle(UUID key, EffectState state, @Nullable String rule, @Nullable String reason) {
        sql("update app.outbox set state = :state, rule = :rule, reason = :reason, lease_until = null"
                        + " where key = :key")
                .param("state", state.name())
                .param("rule", rule)
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    void postpone(UUID key, Instant until, @Nullable String rule, String reason) {
        sql("update app.outbox set state = 'QUEUED', not_before = :until, rule = :rule, reason = :reason,"
                        + " lease_until = null where key = :key")
                .param("until", Timestamp.from(until))
                .param("rule", rule)
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    void wake(String rule, Instant now) {
        sql("update app.outbox set not_before = :now where state = 'QUEUED' and rule = :rule and not_before > :now")
                .param("now", Timestamp.from(now))
                .param("rule", rule)
                .update();
    }

    /** Counts an attempt that ended before anything left, and tries again later. */
    void failed(UUID key, Instant until, String reason) {
        sql("update app.outbox set attempts = attempts + 1, not_before = :until, reason = :reason where key = :key")
                .param("until", Timestamp.from(until))
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    /** @param told whether the step that waits knows; else it is told when its case is resumed */
    record Delivered(UUID key, String facts, boolean told) {}

    void delivered(List<Delivered> these) {
        sql("update app.outbox o set state = case when d.told then 'CONFIRMED' else 'DELIVERED' end,"
                        + " facts = cast(d.facts as jsonb), rule = null, reason = null, lease_until = null, paused = not d.told"
                        + " from unnest(:keys, :facts, :told) as d(key, facts, told) where o.key = d.key")
                .param("keys", these.stream().map(Delivered::key).toArray(UUID[]::new))
                .param("facts", these.stream().map(Delivered::facts).toArray(String[]::new))
                .param("told", these.stream().map(Delivered::told).toArray(Boolean[]::new))
                .update();
    }

    /** The step that waits is told soon. */
    void delivered(UUID key, String facts) {
        sql("update app.outbox set state = 'DELIVERED', facts = cast(:facts as jsonb), rule = null, reason = null,"
                        + " lease_until = null, paused = false where key = :key")
                .param("facts", facts)
                .param("key", key)
                .update();
    }

    String facts(UUID key) {
        return sql("select coalesce(facts, '{}') from app.outbox where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    /** Tries the confirmation again after a while; others go first. */
    void confirmLater(UUID key, Duration wait) {
        sql("update app.outbox set confirm_after = clock_timestamp() + make_interval(secs => :seconds)"
                        + " where key = :key")
                .param("seconds", wait.toMillis() / 1000.0)
                .param("key", key)
                .update();
    }

    void pause(UUID key) {
        sql("update app.outbox set paused = true where key = :key")
                .param("key", key)
                .update();
    }

    List<QueuedEffect> lockExpired() {
        return sql(ROW + "where state = 'SENDING' and lease_until < clock_timestamp() order by queued_at limit 100"
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
        return sql("update app.outbox set state = 'WITHDRAWN', reason = :reason where case_number = :case"
                        + " and state in ('QUEUED', 'HELD', 'BARRED') returning " + COLUMNS)
                .param("reason", reason)
                .param("case", caseNumber.value())
                .query(OutboxTable::row)
                .list();
    }

    private void move(CaseNumber caseNumber, String change, String from) {
        sql("update app.outbox set " + change + " where case_number = :case and " + from)
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
