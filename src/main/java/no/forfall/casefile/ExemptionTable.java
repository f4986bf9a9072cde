package no.forfall.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked for and decided, with the pause that followed. */
@Repository
class ExemptionTable {

    /** The pause is the first of its kind that was entered after the decision. */
    private static final String ROWS = """
            select r.id, r.case_number, c.invoice_id, d.name as debtor, k.name as creditor, r.reason, r.until, r.asked_by, r.decided_by, p.begins_on, p.ended_on
            from app.exemption_request r
            join app.collection_case c on c.number = r.case_number
            join app.invoice i on i.id = c.invoice_id
            join app.debtor d on d.id = i.debtor_id
            join app.creditor k on k.id = d.creditor_id
            left join lateral (select * from app.case_pause p where p.case_number = r.case_number and p.kind = 'EXEMPTION'
                and p.entered_at >= r.decided_at order by p.entered_at, p.id limit 1) p on true
            where c.state <> 'CLOSED' and r.decision is distinct from 'DECLINED'
            order by r.decision is not null, p.ended_on desc nulls first, r.until, r.id limit :most
            """;

    private final JdbcClient client;

    ExemptionTable(JdbcClient client) {
        this.client = client;
    }

    record Row(
            long id,
            String caseNumber,
            long invoiceId,
            String debtor,
            String creditor,
            String reason,
            LocalDate until,
            String askedBy,
            @Nullable String decidedBy,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endedOn) {}

    record Asked(long id, CaseNumber caseNumber, String reason, LocalDate until, String askedBy) {}

    /** @throws DuplicateKeyException when one is asked for already */
    void ask(CaseNumber number, LocalDate until, String reason, String person, Instant now) {
        client.sql("insert into app.exemption_request (case_number, until, reason, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(number.value(), until, reason, person, Timestamp.from(now))
                .update();
    }

    Optional<Asked> lock(long id) {
        return client.sql("select id, case_number, reason, until, asked_by from app.exemption_request"
                        + " where id = ? and decision is null for update")
                .param(id)
                .query((row, number) -> new Asked(
                        row.getLong(1),
                        new CaseNumber(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5)))
                .optional();
    }

    Optional<Long> openOf(CaseNumber number) {
        return client.sql("select id from app.exemption_request where case_number = ? and decision is null")
                .param(number.value())
                .query(Long.class)
                .optional();
    }

    void decide(long id, boolean approved, String person, Instant now) {
        client.sql("update app.exemption_request set decision = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(approved ? "APPROVED" : "DECLINED", person, Timestamp.from(now), id)
                .update();
    }

    /** What nobody has decided, then what lasts, then what has ended. */
    List<Row> all(int most) {
        return client.sql(ROWS).param("most", most).query(Row.class).list();
    }
}
