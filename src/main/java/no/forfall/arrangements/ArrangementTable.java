package no.forfall.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ArrangementTable {

    private final JdbcClient jdbc;

    ArrangementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Arrangement made) {
        jdbc.sql(
                        "insert into app.arrangement (id, case_number, kind, made_on, made_by, currency, settled_before, state,"
                                + " grace_days, fee, terms_version, terms_row) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        made.id(),
                        made.caseNumber().value(),
                        made.kind().name(),
                        made.madeOn(),
                        made.madeBy(),
                        made.settledBefore().getCurrencyUnit().getCode(),
                        made.settledBefore().getAmount(),
                        made.state().name(),
                        made.graceDays(),
                        made.terms().fee().getAmount(),
                        made.terms().version(),
                        made.terms().row())
                .update();
        for (Instalment instalment : made.instalments()) {
            jdbc.sql("insert into app.instalment (arrangement_id, due_on, amount) values (?, ?, ?)")
                    .params(made.id(), instalment.dueOn(), instalment.amount().getAmount())
                    .update();
        }
    }

    void state(UUID id, ArrangementState state) {
        jdbc.sql("update app.arrangement set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    List<Arrangement> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from app.arrangement where case_number = ? order by number")
                .param(caseNumber.value())
                .query(this::row)
                .list();
    }

    /**
     * How many promises and plans the debtor of an invoice has broken or kept in part of those that were made after a day, with
     * the creditor of the invoice.
     */
    int broken(long invoiceId, LocalDate after) {
        return jdbc.sql("select count(*) from app.arrangement a join app.collection_case c on c.number = a.case_number"
                        + " join app.invoice i on i.id = c.invoice_id"
                        + " where i.debtor_id = (select debtor_id from app.invoice where id = ?)"
                        + " and a.state in ('BROKEN', 'PARTLY') and a.made_on > ?")
                .params(invoiceId, after)
                .query(Integer.class)
                .single();
    }

    /** How many promises and plans of a case have ended which way; what was kept in part was not kept. */
    record Ended(int kept, int broken) {}

    /** Those of some cases; a case on which none has ended is left out. */
    Map<CaseNumber, Ended> ended(Collection<CaseNumber> caseNumbers) {
        Map<CaseNumber, Ended> ended = new HashMap<>();
        jdbc.sql(
                        "select case_number, count(*) filter (where state = 'KEPT') as kept,"
                                + " count(*) filter (where state <> 'KEPT') as broken from app.arrangement"
                                + " where case_number = any(:cases) and state in ('KEPT', 'PARTLY', 'BROKEN') group by case_number")
                .param("cases", caseNumbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    ended.put(
                            new CaseNumber(row.getString("case_number")),
                            new Ended(row.getInt("kept"), row.getInt("broken")));
                });
        return ended;
    }

    private Arrangement row(ResultSet row, int number) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        UUID id = row.getObject("id", UUID.class);
        return new Arrangement(
                id,
                new CaseNumber(row.getString("case_number")),
                ArrangementKind.valueOf(row.getString("kind")),
                row.getObject("made_on", LocalDate.class),
                row.getString("made_by"),
                Money.of(currency, row.getBigDecimal("settled_before")),
                instalments(id, currency),
                new Arrangement.Terms(
                        row.getInt("grace_days"),
                        Money.of(currency, row.getBigDecimal("fee")),
                        row.getInt("terms_version"),
                        row.getInt("terms_row")),
                ArrangementState.valueOf(row.getString("state")));
    }

    private List<Instalment> instalments(UUID arrangement, CurrencyUnit currency) {
        return jdbc.sql("select due_on, amount from app.instalment where arrangement_id = ? order by due_on")
                .param(arrangement)
                .query((row, number) -> new Instalment(
                        row.getObject("due_on", LocalDate.class), Money.of(currency, row.getBigDecimal("amount"))))
                .list();
    }
}
