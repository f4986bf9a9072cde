package no.forfall.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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
        jdbc.sql("insert into app.dispute (id, case_number, reason, text, raised_on, raised_by, holds_case, state,"
                        + " part, currency, reopens) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        dispute.id(),
                        dispute.caseNumber().value(),
                        dispute.reason().name(),
                        dispute.text(),
                        dispute.raisedOn(),
                        dispute.raisedBy(),
                        dispute.holdsCase(),
                        dispute.state().name(),
                        dispute.part() == null ? null : dispute.part().getAmount(),
                        dispute.part() == null
                                ? null
                                : dispute.part().getCurrencyUnit().getCode(),
                        dispute.reopens())
                .update();
    }

    void decide(UUID id, DisputeState state, LocalDate on, @Nullable String comment) {
        jdbc.sql("update app.dispute set state = :state, charges_barred = :barred, decided_on = :on, comment = :comment"
                        + " where id = :id")
                .param("state", state.name())
                .param("barred", state.barsCharges())
                .param("on", on)
                .param("comment", comment)
                .param("id", id)
                .update();
    }

    /** Asks anew; an answer to an earlier question is forgotten here and stays in the journal. */
    void ask(UUID id, String question, LocalDate answerBy) {
        jdbc.sql("update app.dispute set question = ?, answer_by = ?, answer = null where id = ?")
                .params(question, answerBy, id)
                .update();
    }

    void answer(UUID id, String answer) {
        jdbc.sql("update app.dispute set answer = ? where id = ?")
                .params(answer, id)
                .update();
    }

    /** The case stands still from now on because of it. */
    void holdsCase(UUID id) {
        jdbc.sql("update app.dispute set holds_case = true where id = ?")
                .param(id)
                .update();
    }

    List<Dispute> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from app.dispute where case_number = ? order by raised_on, number")
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

    /** Those of some cases that the law asks about: not decided yet, or found right. */
    List<Dispute> weighingAmong(Collection<CaseNumber> caseNumbers) {
        return jdbc.sql(
                        "select * from app.dispute where (state = 'OPEN' or charges_barred) and case_number = any(:cases)")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(DisputeTable::row)
                .list();
    }

    private static Dispute row(ResultSet row, int number) throws SQLException {
        return new Dispute(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                DisputeReason.valueOf(row.getString("reason")),
                row.getBigDecimal("part") == null
                        ? null
                        : Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("part")),
                row.getString("text"),
                row.getObject("raised_on", LocalDate.class),
                row.getString("raised_by"),
                row.getBoolean("holds_case"),
                DisputeState.valueOf(row.getString("state")),
                row.getBoolean("charges_barred"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("comment"),
                row.getObject("reopens", UUID.class),
                row.getString("question") == null
                        ? null
                        : new Dispute.Question(
                                row.getString("question"),
                                row.getObject("answer_by", LocalDate.class),
                                row.getString("answer")));
    }
}
