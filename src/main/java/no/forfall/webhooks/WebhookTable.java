package no.forfall.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the systems that are told, and every delivery. Times of attempts are the database's own, not the business clock's. */
@Component
class WebhookTable {

    private static final String DELIVERY =
            "select d.*, w.name, w.url from app.webhook_delivery d join app.webhook w on w.id = d.webhook_id ";

    /** Of each case and system only the oldest that waits, so that they arrive in their order. */
    private static final String TAKE = """
            update app.webhook_delivery d set attempts = attempts + 1,
                next_at = clock_timestamp() + make_interval(secs => :lease)
            from app.webhook w
            where w.id = d.webhook_id and d.id in (
                select due.id from app.webhook_delivery due
                where due.state = 'WAITING' and due.next_at <= clock_timestamp() and not exists (
                    select 1 from app.webhook_delivery earlier
                    where earlier.webhook_id = due.webhook_id and earlier.case_number = due.case_number
                    and earlier.state = 'WAITING' and earlier.id < due.id)
                order by due.id limit :most for update skip locked)
            returning d.*, w.name, w.url
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(String name, String url, String secret, Set<EventKind> events, @Nullable Long creditorId, String person) {
        return jdbc.sql(
                        "insert into app.webhook (name, url, secret, events, creditor_id, active, created_by, created_at)"
                                + " values (:name, :url, :secret, :events, :creditor, true, :person, :at) returning id")
                .param("name", name)
                .param("url", url)
                .param("secret", secret)
                .param("events", events.stream().map(EventKind::wire).sorted().toArray(String[]::new))
                .param("creditor", creditorId)
                .param("person", person)
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    List<Webhook> all() {
        return jdbc.sql("select * from app.webhook order by name, id")
                .query(WebhookTable::webhook)
                .list();
    }

    Optional<String> secret(long id) {
        return jdbc.sql("select secret from app.webhook where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    boolean activate(long id, boolean active) {
        return jdbc.sql("update app.webhook set active = :active where id = :id")
                        .param("active", active)
                        .param("id", id)
                        .update()
                == 1;
    }

    void queue(UUID key, long webhookId, CaseNumber caseNumber, EventKind kind, String body) {
        jdbc.sql(
                        "insert into app.webhook_delivery (key, webhook_id, case_number, event, body, at, state, attempts, next_at)"
                                + " values (:key, :webhook, :case, :event, :body, :at, 'WAITING', 0, clock_timestamp())")
                .param("key", key)
                .param("webhook", webhookId)
                .param("case", caseNumber.value())
                .param("event", kind.wire())
                .param("body", body)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<Delivery> take(int most, Duration lease) {
        return jdbc.sql(TAKE)
                .param("lease", lease.toMillis() / 1000.0)
                .param("most", most)
                .query(WebhookTable::delivery)
                .list();
    }

    void delivered(long id, int status) {
        jdbc.sql("update app.webhook_delivery set state = 'DELIVERED', status = :status, error = null where id = :id")
                .param("status", status)
                .param("id", id)
                .update();
    }

    void failed(long id, @Nullable Integer status, String error, Duration wait, boolean last) {
        jdbc.sql("update app.webhook_delivery set state = :state, status = :status, error = left(:error, 300),"
                        + " next_at = clock_timestamp() + make_interval(secs => :wait) where id = :id")
                .param("state", last ? Delivery.State.GIVEN_UP.name() : Delivery.State.WAITING.name())
                .param("status", status)
                .param("error", error)
                .param("wait", wait.toMillis() / 1000.0)
                .param("id", id)
                .update();
    }

    boolean again(long id) {
        return jdbc.sql("update app.webhook_delivery set state = 'WAITING', attempts = 0, error = null,"
                                + " next_at = clock_timestamp() where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The newest first. */
    List<Delivery> last(Delivery.@Nullable State state, int most) {
        return jdbc.sql(DELIVERY + "where :state is null or d.state = :state order by d.id desc limit :most")
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("most", most)
                .query(WebhookTable::delivery)
                .list();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("url"),
                Arrays.stream((String[]) row.getArray("events").getArray())
                        .flatMap(wire -> EventKind.named(wire).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("creditor_id", Long.class),
                row.getBoolean("active"));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getLong("webhook_id"),
                row.getString("name"),
                row.getString("url"),
                new CaseNumber(row.getString("case_number")),
                row.getString("event"),
                row.getString("body"),
                row.getTimestamp("at").toInstant(),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("error"));
    }
}
