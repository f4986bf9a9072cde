package no.forfall.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the agency is told after a hand-over, kept under the key of the effect that carries it. */
@Repository
class Notices {

    record Kept(UUID key, UUID handover, String body) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Notices(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a notice, in place of what an earlier attempt has made under the same key. */
    Kept keep(UUID key, UUID handover, Record notice) {
        try {
            String body = json.writeValueAsString(notice);
            jdbc.sql(
                            "insert into app.agency_notice (key, handover_id, body, prepared_at)"
                                    + " values (:key, :handover, cast(:body as json), :now)"
                                    + " on conflict (key) do update set body = excluded.body, prepared_at = excluded.prepared_at")
                    .param("key", key)
                    .param("handover", handover)
                    .param("body", body)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return new Kept(key, handover, body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The notice " + key + " cannot be written", e);
        }
    }

    Kept find(UUID key) {
        return jdbc.sql("select handover_id, body from app.agency_notice where key = ?")
                .param(key)
                .query((row, number) -> new Kept(key, row.getObject("handover_id", UUID.class), row.getString("body")))
                .single();
    }
}
