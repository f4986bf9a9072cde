package no.forfall.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.receivables.LineKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What was charged and given up here: fees, interest and compensation, and what was waived, set off or written off. What the
 * accounts know already, invoices, credit notes and payments, is not told back.
 */
@Service
public class Vouchers {

    private static final int BATCH = 1_000;
    static final List<String> GIVEN_UP = Stream.of(
                    LineKind.WAIVER, LineKind.OFFSET, LineKind.RETURNED, LineKind.WRITE_OFF)
            .map(Enum::name)
            .toList();

    private static final String READ = """
            select l.id, l.booked_on, cr.organisation_number, d.customer_number, i.number, c.number as case_number, l.part,
                   l.kind, l.effect, i.currency,
                   case when not (d.protected_address and l.kind = 'RETURNED') then l.reason end as reason
            from app.ledger_line l join app.invoice i on i.id = l.invoice_id join app.creditor cr on cr.id = i.creditor_id
            join app.debtor d on d.id = i.debtor_id left join app.collection_case c on c.invoice_id = i.id
            where l.id > :after and (l.kind in (:given) or l.kind = 'CHARGE' and l.part <> 'PRINCIPAL')
              and (:creditor is null or cr.organisation_number = :creditor)
            order by l.id limit :most
            """;

    private final JdbcClient jdbc;

    Vouchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of their numbers, read while they are asked for.
     *
     * @param after only those behind this number; 0 for all
     * @param creditor organisation number; null for all creditors
     */
    public Stream<Voucher> after(long after, @Nullable String creditor) {
        return Stream.iterate(
                        batch(after, creditor),
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < BATCH
                                ? List.of()
                                : batch(batch.get(batch.size() - 1).number(), creditor))
                .flatMap(List::stream);
    }

    private List<Voucher> batch(long after, @Nullable String creditor) {
        return jdbc.sql(READ)
                .param("after", after)
                .param("given", GIVEN_UP)
                .param("creditor", creditor, Types.VARCHAR)
                .param("most", BATCH)
                .query(Vouchers::row)
                .list();
    }

    private static Voucher row(ResultSet row, int number) throws SQLException {
        return new Voucher(
                row.getLong("id"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("organisation_number"),
                row.getString("customer_number"),
                row.getString("number"),
                row.getString("case_number"),
                row.getString("part"),
                row.getString("kind"),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("effect")),
                row.getString("reason"));
    }
}
