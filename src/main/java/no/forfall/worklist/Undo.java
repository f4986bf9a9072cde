package no.forfall.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the last thing that each person did and can undo. */
@Repository
@Transactional
class Undo {

    enum Kind {
        TAKEN,
        GIVEN_BACK,
        SNOOZED,
        FILTER_DELETED
    }

    /** How an item stood. */
    record Stand(@Nullable String assignee, Later later) {

        static Stand of(WorkItem item) {
            return new Stand(item.assignee(), item.later());
        }

        boolean sameAs(Stand other) {
            return java.util.Objects.equals(assignee, other.assignee) && later.sameAs(other.later);
        }
    }

    /**
     * What an act changed.
     *
     * @param after as the act left it
     * @param then the item that was taken by moving on from there; null when none was
     */
    record Change(Stand before, Stand after, @Nullable String then) {}

    /** @param kept a {@link Change}, or the filter that was deleted, as JSON */
    record Act(Kind kind, String subject, Instant at, String kept) {}

    private final ItemTable items;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Undo(ItemTable items, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.items = items;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param before the item as it was; it is read again as it is now */
    void keep(String person, Kind kind, WorkItem before) {
        Stand after = Stand.of(items.find(before.id()).orElseThrow());
        keep(person, kind, before.id(), new Change(Stand.of(before), after, null));
    }

    void keep(String person, Kind kind, String subject, Object kept) {
        jdbc.sql(
                        "insert into app.last_act (person, kind, subject, at, kept)"
                                + " values (:person, :kind, :subject, :at, cast(:kept as jsonb)) on conflict (person) do update"
                                + " set kind = excluded.kind, subject = excluded.subject, at = excluded.at, kept = excluded.kept")
                .param("person", person)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("at", Timestamp.from(clock.instant()))
                .param("kept", written(kept))
                .update();
    }

    /** What moved the person on to another item is undone together with taking that. */
    boolean movedOn(String person, String then) {
        return jdbc.sql("update app.last_act set kept = jsonb_set(kept, '{then}', to_jsonb(cast(:then as text)))"
                                + " where person = :person and kind = 'SNOOZED'")
                        .param("person", person)
                        .param("then", then)
                        .update()
                > 0;
    }

    /** Takes the last act, so that it is undone once. */
    Optional<Act> take(String person) {
        return jdbc.sql("delete from app.last_act where person = ? returning kind, subject, at, kept")
                .param(person)
                .query((row, number) -> new Act(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kept")))
                .optional();
    }

    <T> T read(Act act, Class<T> type) {
        try {
            return json.readValue(act.kept(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was done last is not readable", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was done last cannot be kept", e);
        }
    }
}
