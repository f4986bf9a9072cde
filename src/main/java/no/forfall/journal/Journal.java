package no.forfall.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the journal. */
@Service
public class Journal {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Journal(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps an event in the transaction in which it happened; there must be one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseEvent event) throws JsonProcessingException {
        if (!event.noteworthy()) {
            return;
        }
        Map<String, Object> facts = json.convertValue(event, FACTS);
        facts.remove("caseNumber");
        jdbc.sql("insert into app.journal (case_number, at, kind, actor, facts)"
                        + " values (:case, :at, :kind, :actor, cast(:facts as jsonb))")
                .param("case", event.caseNumber().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", event.getClass().getSimpleName())
                .param("actor", CurrentPerson.name())
                .param("facts", json.writeValueAsString(facts))
                .update();
    }

    /**
     * The entries of a case, newest first.
     *
     * @param before entries older than this id; {@link Long#MAX_VALUE} for the newest
     * @param most at most five hundred
     */
    public List<JournalEntry> of(CaseNumber caseNumber, long before, int most) {
        return jdbc.sql("select id, case_number, at, kind, actor, facts from app.journal"
                        + " where case_number = :case and id < :before order by id desc limit :most")
                .param("case", caseNumber.value())
                .param("before", before)
                .param("most", Math.min(most, 500))
                .query(this::row)
                .list();
    }

    private JournalEntry row(ResultSet row, int number) throws SQLException {
        try {
            return new JournalEntry(
                    row.getLong("id"),
                    new CaseNumber(row.getString("case_number")),
                    row.getTimestamp("at").toInstant(),
                    row.getString("kind"),
                    row.getString("actor"),
                    json.readValue(row.getString("facts"), FACTS));
        } catch (JsonProcessingException e) {
            throw new SQLException("Journal entry " + row.getLong("id") + " is not readable", e);
        }
    }
}
