package no.forfall.receivables;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.forfall.shared.Country;
import no.forfall.shared.OncePerTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
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

    private static final String STANDINGS = """
            select i.id, coalesce(mine.open, 0) as open, 1 + (select count(*) from (select 1 from app.debtor_exposure other
                where other.creditor_id = d.creditor_id and other.currency = c.currency
                and other.open > coalesce(mine.open, 0) limit ?) larger) as rank
            from app.invoice i join app.debtor d on d.id = i.debtor_id join app.creditor on creditor.id = d.creditor_id
            join unnest(?, ?) as c(country, currency) on c.country = creditor.country
            left join app.debtor_exposure mine on mine.debtor_id = d.id and mine.currency = c.currency
            where i.id = any(?)
            """;

    private static final String[] COUNTRIES = columns(Country::name);
    private static final String[] CURRENCIES =
            columns(country -> country.currency().getCode());

    private final Ledgers ledgers;
    private final JdbcTemplate jdbc;
    private final OncePerTransaction<Long, Standing> known = new OncePerTransaction<>();

    Exposure(Ledgers ledgers, JdbcTemplate jdbc) {
        this.ledgers = ledgers;
        this.jdbc = jdbc;
    }

    private static String[] columns(Function<Country, String> column) {
        return Arrays.stream(Country.values()).map(column).toArray(String[]::new);
    }

    /** Where the debtor of an invoice stands. */
    public Standing of(long invoiceId) {
        return known.of(invoiceId, this::read);
    }

    /** Names the invoices that this transaction works on, so that they are read together. */
    public void expect(Collection<Long> invoiceIds) {
        known.expect(invoiceIds);
    }

    /** Principal that is booked changes places, also those of others. */
    @EventListener
    void forget(BalanceChanged changed) {
        if (changed.part() == Part.PRINCIPAL) {
            known.forget();
        }
    }

    private Map<Long, Standing> read(List<Long> invoiceIds) {
        ledgers.write();
        Map<Long, Standing> standings = new HashMap<>();
        jdbc.query(
                STANDINGS,
                row -> {
                    standings.put(row.getLong("id"), new Standing(row.getBigDecimal("open"), row.getLong("rank")));
                },
                LAST_RANK - 1,
                COUNTRIES,
                CURRENCIES,
                invoiceIds.toArray(Long[]::new));
        return standings;
    }
}
