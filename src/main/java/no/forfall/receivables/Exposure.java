package no.forfall.receivables;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much open principal lies with one debtor, and how that compares with the creditor's other debtors. */
@Service
public class Exposure {

    /** Behind as many nobody counts on. */
    static final int LAST_RANK = 1_000;

    /**
     * @param open principal in the currency of the creditor's country, major units
     * @param rank the debtor's place among the creditor's debtors by open principal; 1 is the largest, and 1 000 is
     *     everybody from there on
     */
    public record Standing(BigDecimal open, long rank) {}

    private final JdbcClient jdbc;

    Exposure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Standing of(Debtor debtor) {
        return jdbc.sql("""
                        with mine as (select coalesce((select open from app.debtor_exposure
                            where debtor_id = :debtor and currency = :currency), 0) as open)
                        select open, 1 + (select count(*) from (select 1 from app.debtor_exposure other
                            where other.creditor_id = :creditor and other.currency = :currency
                            and other.open > (select open from mine) limit :most) larger) as rank from mine
                        """)
                .param("debtor", debtor.id())
                .param("creditor", debtor.creditor().id())
                .param("currency", debtor.creditor().country().currency().getCode())
                .param("most", LAST_RANK - 1)
                .query((row, number) -> new Standing(row.getBigDecimal("open"), row.getLong("rank")))
                .single();
    }
}
