package no.forfall.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is known of the debtor of a case over all its cases, with a query for each kind of thing. */
@Repository
@Transactional(readOnly = true)
public class DebtorPictures {

    private static final int CALLS = 4;

    /** The cases of the debtor of case {@code :case}, also with other creditors. */
    private static final String SAME = """
            with me as (
                select d.id, regexp_replace(d.organisation_number, '\\D', '', 'g') as organisation
                from app.collection_case c join app.invoice i on i.id = c.invoice_id join app.debtor d on d.id = i.debtor_id
                where c.number = :case),
            same as (
                select id from me
                union
                select d.id from app.debtor d join me on me.organisation <> ''
                    and regexp_replace(d.organisation_number, '\\D', '', 'g') = me.organisation
                    and d.organisation_number is not null)
            """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final MessageSource messages;

    DebtorPictures(JdbcClient jdbc, Cases cases, MessageSource messages) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.messages = messages;
    }

    /** @throws java.util.NoSuchElementException when there is no such case */
    public DebtorPicture of(CaseNumber number, Locale language) {
        LocalDate today = cases.today(number);
        List<DebtorPicture.OpenClaim> claims = claims(number, today);
        int[] past = past(number);
        Map<CurrencyUnit, Money> exposure = exposure(number);
        long all = exposure.isEmpty() ? 0 : past[4];
        return new DebtorPicture(
                claims,
                Math.max(0, all - claims.size()),
                List.copyOf(exposure.values()),
                past[0],
                past[1],
                past[2],
                past[3],
                calls(number, language));
    }

    private List<DebtorPicture.OpenClaim> claims(CaseNumber number, LocalDate today) {
        return jdbc.sql(SAME + """
                        select c.number, k.name as creditor, i.number as invoice, c.due_on, i.currency, c.open_principal, c.state
                        from same s join app.invoice i on i.debtor_id = s.id
                        join app.collection_case c on c.invoice_id = i.id join app.creditor k on k.id = i.creditor_id
                        where c.state <> 'CLOSED' order by c.due_on, c.number limit :most
                        """)
                .param("case", number.value())
                .param("most", DebtorPicture.MOST)
                .query((row, index) -> claim(row, number, today))
                .list();
    }

    private static DebtorPicture.OpenClaim claim(ResultSet row, CaseNumber here, LocalDate today) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        return new DebtorPicture.OpenClaim(
                row.getString("number"),
                row.getString("creditor"),
                row.getString("invoice"),
                due,
                Math.max(0, today.toEpochDay() - due.toEpochDay()),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("open_principal")),
                CaseState.valueOf(row.getString("state")),
                row.getString("number").equals(here.value()));
    }

    private Map<CurrencyUnit, Money> exposure(CaseNumber number) {
        Map<CurrencyUnit, Money> exposure = new TreeMap<>();
        jdbc.sql(SAME + """
                        select i.currency, sum(c.open_principal) as open from same s
                        join app.invoice i on i.debtor_id = s.id join app.collection_case c on c.invoice_id = i.id
                        where c.state <> 'CLOSED' group by i.currency
                        """).param("case", number.value()).query(row -> {
            CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
            exposure.put(currency, Money.of(currency, row.getBigDecimal("open")));
        });
        return exposure;
    }

    /** Promises and plans kept, kept in part and broken, objections, open cases. */
    private int[] past(CaseNumber number) {
        return jdbc.sql(SAME + """
                        , cases as (select c.number, c.state from same s join app.invoice i on i.debtor_id = s.id
                            join app.collection_case c on c.invoice_id = i.id)
                        select (select count(*) from app.arrangement a join cases c on c.number = a.case_number where a.state = 'KEPT'),
                            (select count(*) from app.arrangement a join cases c on c.number = a.case_number where a.state = 'PARTLY'),
                            (select count(*) from app.arrangement a join cases c on c.number = a.case_number where a.state = 'BROKEN'),
                            (select count(*) from app.dispute p join cases c on c.number = p.case_number),
                            (select count(*) from cases where state <> 'CLOSED')
                        """)
                .param("case", number.value())
                .query((row, index) ->
                        new int[] {row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)})
                .single();
    }

    private List<DebtorPicture.Call> calls(CaseNumber number, Locale language) {
        List<DebtorPicture.Call> calls = new ArrayList<>();
        jdbc.sql(SAME + """
                        select j.at, j.facts ->> 'outcome' as outcome from same s join app.invoice i on i.debtor_id = s.id
                        join app.collection_case c on c.invoice_id = i.id
                        join app.journal j on j.case_number = c.number and j.kind = 'StepClosed'
                        where j.facts ->> 'process' = 'phone-follow-up' and j.facts ->> 'outcome' is not null
                            and j.facts ->> 'element' = 'callDebtor'
                        order by j.id desc limit :most
                        """).param("case", number.value()).param("most", CALLS).query(row -> {
            String outcome = row.getString("outcome");
            calls.add(new DebtorPicture.Call(
                    LocalDate.ofInstant(row.getTimestamp("at").toInstant(), Country.NO.zone()),
                    String.valueOf(messages.getMessage("outcome." + outcome, null, outcome, language))));
        });
        return calls;
    }
}
