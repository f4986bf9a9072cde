package no.forfall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.forfall.engine.PausedDays;
import no.forfall.engine.PausedDays.Span;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pauses of cases; of one case one at most lasts. */
@Repository
class PauseTable {

    private final JdbcClient client;

    PauseTable(JdbcClient client) {
        this.client = client;
    }

    void begin(CaseNumber number, Pause pause) {
        client.sql("insert into app.case_pause (case_number, kind, begins_on, until, reason, entered_at, entered_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number.value(),
                        pause.kind().name(),
                        pause.beginsOn(),
                        pause.until(),
                        pause.reason(),
                        Timestamp.from(pause.enteredAt()),
                        pause.enteredBy())
                .update();
    }

    /** The pause that lasts goes on without a planned end, for another reason. */
    void keep(CaseNumber number, String reason) {
        client.sql("update app.case_pause set reason = ?, until = null where case_number = ? and ended_on is null")
                .params(reason, number.value())
                .update();
    }

    void end(CaseNumber number, LocalDate lastDay, boolean counts, String person) {
        client.sql(
                        "update app.case_pause set ended_on = ?, ended_by = ?, counts = ? where case_number = ? and ended_on is null")
                .params(lastDay, person, counts, number.value())
                .update();
    }

    /** The pauses of a case, the oldest first. */
    List<Pause> of(CaseNumber number) {
        return client.sql(
                        "select kind, begins_on, until, reason, entered_at, entered_by, ended_on, counts from app.case_pause"
                                + " where case_number = ? order by begins_on, id")
                .param(number.value())
                .query(PauseTable::row)
                .list();
    }

    /** The days that count of those that have ended. */
    static PausedDays days(List<Pause> pauses) {
        List<Span> spans = new ArrayList<>();
        for (Pause pause : pauses) {
            LocalDate last = pause.endedOn();
            if (pause.counts() && last != null && !last.isBefore(pause.beginsOn())) {
                spans.add(new Span(pause.beginsOn(), last));
            }
        }
        return new PausedDays(spans);
    }

    private static Pause row(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate until = row.getObject("until", LocalDate.class);
        @Nullable LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        return new Pause(
                Pause.Kind.valueOf(row.getString("kind")),
                row.getObject("begins_on", LocalDate.class),
                until,
                row.getString("reason"),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("entered_by"),
                endedOn,
                row.getBoolean("counts"));
    }
}
