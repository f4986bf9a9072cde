package no.forfall.lawbook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the law book. */
@Component
class LawEntries {

    private final JdbcClient jdbc;

    LawEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were confirmed. */
    List<LawEntry> confirmed() {
        return jdbc.sql("select * from app.law_entry where state = 'CONFIRMED' order by decided_at, id")
                .query(LawEntries::row)
                .list();
    }

    /** In the order in which they were proposed. */
    List<LawEntry> proposed() {
        return jdbc.sql("select * from app.law_entry where state = 'PROPOSED' order by id")
                .query(LawEntries::row)
                .list();
    }

    /** The latest first. */
    List<LawEntry> decided(int most) {
        return jdbc.sql(
                        "select * from app.law_entry where state <> 'PROPOSED' order by decided_at desc, id desc limit ?")
                .param(most)
                .query(LawEntries::row)
                .list();
    }

    Optional<LawEntry> find(long id) {
        return jdbc.sql("select * from app.law_entry where id = ?")
                .param(id)
                .query(LawEntries::row)
                .optional();
    }

    void add(
            LawEntry.Kind kind,
            String subject,
            LocalDate day,
            @Nullable BigDecimal value,
            String source,
            @Nullable String reason,
            String person,
            Instant at) {
        jdbc.sql(
                        "insert into app.law_entry (kind, subject, day, value, source, reason, state, proposed_by, proposed_at)"
                                + " values (:kind, :subject, :day, :value, :source, :reason, 'PROPOSED', :person, :at)")
                .param("kind", kind.name())
                .param("subject", subject)
                .param("day", day)
                .param("value", value)
                .param("source", source)
                .param("reason", reason)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return false when it waits no longer */
    boolean decide(long id, LawEntry.State state, String person, Instant at) {
        return jdbc.sql("update app.law_entry set state = :state, decided_by = :person, decided_at = :at"
                                + " where id = :id and state = 'PROPOSED'")
                        .param("state", state.name())
                        .param("person", person)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static LawEntry row(ResultSet row, int number) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new LawEntry(
                row.getLong("id"),
                LawEntry.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getString("reason"),
                LawEntry.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    }
}
