package no.forfall.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnswerTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AnswerTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return the new answer's id; empty when it was kept before */
    Optional<Long> keep(UUID handover, String key, AgencyStatus status, String body, Instant now) {
        return jdbc.sql("insert into app.agency_answer (handover_id, answer_key, status, body, received_at, untold)"
                        + " values (:handover, :key, :status, cast(:body as json), :now, false)"
                        + " on conflict do nothing returning id")
                .param("handover", handover)
                .param("key", key)
                .param("status", status.name())
                .param("body", body)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    void untold(long id, boolean untold) {
        jdbc.sql("update app.agency_answer set untold = ? where id = ?")
                .params(untold, id)
                .update();
    }

    /** Answers that no process has heard, oldest first, by id and hand-over. */
    List<Untold> untold() {
        return jdbc.sql("select id, handover_id, body from app.agency_answer where untold order by id limit 100")
                .query((row, number) ->
                        new Untold(row.getLong("id"), row.getObject("handover_id", UUID.class), row.getString("body")))
                .list();
    }

    boolean isUntold(long id) {
        return jdbc.sql("select untold from app.agency_answer where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    List<AgencyAnswer> of(UUID handover) {
        return jdbc.sql("select id, status, received_at, body from app.agency_answer where handover_id = ? order by id")
                .param(handover)
                .query(this::row)
                .list();
    }

    private AgencyAnswer row(ResultSet row, int number) throws SQLException {
        try {
            return new AgencyAnswer(
                    row.getLong("id"),
                    AgencyStatus.valueOf(row.getString("status")),
                    row.getTimestamp("received_at").toInstant(),
                    json.readTree(row.getString("body")));
        } catch (JsonProcessingException e) {
            throw new SQLException("An answer is not readable", e);
        }
    }

    record Untold(long id, UUID handover, String body) {}
}
