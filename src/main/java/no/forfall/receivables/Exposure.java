package no.forfall.receivables;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much open principal lies with one debtor, and how that compares with the creditor's other debtors. */
@Service
public class Exposure {

    private static final String OPEN_BY_DEBTOR = """
            select i.debtor_id, sum(l.effect) as open
            from app.invoice i join app.ledger_line l on l.invoice_id = i.id and l.part = 'PRINCIPAL'
            where i.creditor_id = :creditor and i.currency = :currency
            group by i.debtor_id
            """;

    private final JdbcClient jdbc;

    Exposure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open principal in the currency of the creditor's country, major units. */
    public BigDecimal of(Debtor debtor) {
        return jdbc.sql("""
                        select coalesce(sum(l.effect), 0)
                        from app.invoice i join app.ledger_line l on l.invoice_id = i.id and l.part = 'PRINCIPAL'
                        where i.debtor_id = :debtor and i.currency = :currency
                        """)
                .param("debtor", debtor.id())
                .param("currency", debtor.creditor().country().currency().getCode())
                .query(BigDecimal.class)
                .single();
    }

    /** The debtor's place among the creditor's debtors by open principal; 1 is the largest. */
    public long rank(Debtor debtor) {
        return jdbc.sql("select 1 + count(*) from (" + OPEN_BY_DEBTOR + ") d where d.open > :mine")
                .param("creditor", debtor.creditor().id())
                .param("currency", debtor.creditor().country().currency().getCode())
                .param("mine", of(debtor))
                .query(Long.class)
                .single();
    }
}
