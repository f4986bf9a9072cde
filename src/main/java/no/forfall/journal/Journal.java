package no.forfall.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Gathered;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the journal. */
@Service
public class Journal {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private static final String ENTRY =
            "insert into app.journal (case_number, at, kind, actor, facts)" + " values (?, ?, ?, ?, cast(? as jsonb))";

    private final JdbcClient jdbc;
    private final Gathered<Object[]> entries;
    private final ObjectMapper json;
    private final Clock clock;

    Journal(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.entries = new Gathered<>(entries -> jdbc.batchUpdate(ENTRY, entries));
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
        entries.add(new Object[] {
            event.caseNumber().value(),
            Timestamp.from(clock.instant()),
            event.getClass().getSimpleName(),
            CurrentPerson.name(),
            json.writeValueAsString(facts)
        });
    }

    /**
     * The entries of a case, newest first.
     *
     * @param before entries older than this id; {@link Long#MAX_VALUE} for the newest
     * @param most at most five hundred
     */
    public List<JournalEntry> of(CaseNumber caseNumber, long before, int most) {
        entries.write();
        return jdbc.sql("select id, case_number, at, kind, actor, facts from app.journal"
                        + " where case_number = :case and id < :before order by id desc limit :most")
                .param("case", caseNumber.value())
                .param("before", before)
                .param("most", Math.min(most, 500))
                .query(this::row)
                .list();
    }

    /** The entries of one kind of some cases, oldest first. */
    public List<JournalEntry> ofKind(String kind, Collection<CaseNumber> caseNumbers) {
        entries.write();
        return jdbc.sql("select id, case_number, at, kind, actor, facts from app.journal"
                        + " where case_number = any(:cases) and kind = :kind order by id")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .param("kind", kind)
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
