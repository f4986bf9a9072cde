package no.forfall.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisputeTable {

    private final JdbcClient jdbc;

    DisputeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Dispute dispute) {
        jdbc.sql("insert into app.dispute (id, case_number, reason, text, raised_on, raised_by, holds_case, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        dispute.id(),
                        dispute.caseNumber().value(),
                        dispute.reason().name(),
                        dispute.text(),
                        dispute.raisedOn(),
                        dispute.raisedBy(),
                        dispute.holdsCase(),
                        dispute.state().name())
                .update();
    }

    void decide(UUID id, DisputeState state, LocalDate on, @Nullable String comment) {
        jdbc.sql("update app.dispute set state = :state, decided_on = :on, comment = :comment where id = :id")
                .param("state", state.name())
                .param("on", on)
                .param("comment", comment)
                .param("id", id)
                .update();
    }

    List<Dispute> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from app.dispute where case_number = ? order by raised_on, id")
                .param(caseNumber.value())
                .query(DisputeTable::row)
                .list();
    }

    /** The disputes of some cases. */
    List<Dispute> among(Collection<CaseNumber> caseNumbers) {
        return jdbc.sql("select * from app.dispute where case_number = any(:cases)")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(DisputeTable::row)
                .list();
    }

    /** Those of the cases that have an objection which is not decided. */
    List<CaseNumber> openAmong(Collection<CaseNumber> caseNumbers) {
        return jdbc.sql("select case_number from app.dispute where state = 'OPEN' and case_number = any(:cases)")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, number) -> new CaseNumber(row.getString(1)))
                .list();
    }

    private static Dispute row(ResultSet row, int number) throws SQLException {
        return new Dispute(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                DisputeReason.valueOf(row.getString("reason")),
                row.getString("text"),
                row.getObject("raised_on", LocalDate.class),
                row.getString("raised_by"),
                row.getBoolean("holds_case"),
                DisputeState.valueOf(row.getString("state")),
                row.getObject("decided_on", LocalDate.class),
                row.getString("comment"));
    }
}
