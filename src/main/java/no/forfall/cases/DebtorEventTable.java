package no.forfall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to debtors; of one debtor one thing at most stands. */
@Repository
class DebtorEventTable {

    private final JdbcClient client;

    DebtorEventTable(JdbcClient client) {
        this.client = client;
    }

    void insert(DebtorEvent event, String person, Instant now) {
        client.sql("insert into app.debtor_event (debtor_id, standing, happened_on, file_by, note, told_by, told_at,"
                        + " case_number) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.debtorId(),
                        event.standing().name(),
                        event.happenedOn(),
                        event.fileBy(),
                        event.note(),
                        person,
                        Timestamp.from(now),
                        event.caseNumber().value())
                .update();
    }

    Optional<DebtorEvent> standing(long debtorId) {
        return client.sql("select id, debtor_id, standing, happened_on, file_by, note, case_number, seen_to"
                        + " from app.debtor_event where debtor_id = ? and ended_at is null")
                .param(debtorId)
                .query(DebtorEventTable::row)
                .optional();
    }

    void end(long id, String person, String note, Instant now) {
        client.sql("update app.debtor_event set ended_at = ?, ended_by = ?, end_note = ? where id = ?")
                .params(Timestamp.from(now), person, note, id)
                .update();
    }

    void carry(long id, CaseNumber number) {
        client.sql("update app.debtor_event set case_number = ? where id = ?")
                .params(number.value(), id)
                .update();
    }

    void seenTo(CaseNumber number) {
        client.sql("update app.debtor_event set seen_to = true where case_number = ? and ended_at is null")
                .param(number.value())
                .update();
    }

    /** The cases of a debtor that are not closed, in the order of their numbers. */
    List<CaseNumber> openCases(long debtorId) {
        return client
                .sql("select c.number from app.collection_case c join app.invoice i on i.id = c.invoice_id"
                        + " where i.debtor_id = ? and c.state <> 'CLOSED' order by c.number")
                .param(debtorId)
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    private static DebtorEvent row(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate fileBy = row.getObject("file_by", LocalDate.class);
        return new DebtorEvent(
                row.getLong("id"),
                row.getLong("debtor_id"),
                DebtorStanding.valueOf(row.getString("standing")),
                row.getObject("happened_on", LocalDate.class),
                fileBy,
                row.getString("note"),
                new CaseNumber(row.getString("case_number")),
                row.getBoolean("seen_to"));
    }
}
