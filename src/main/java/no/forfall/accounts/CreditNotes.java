package no.forfall.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was given up here, as credit notes: one for each posting, whichever vouchers are asked for. */
@Service
class CreditNotes {

    private static final int BATCH = 200;

    /** The source without the part that every line of a posting has at its end. */
    private static final String POSTING = "left(%1$s.source, length(%1$s.source) - length(%1$s.part) - 1)";

    private static final String READ =
            """
            select l.id, l.invoice_id, %s as posting, l.booked_on, i.number, i.issued_on, cr.country,
                   cr.organisation_number as cr_organisation_number, cr.name as cr_name, cr.street as cr_street,
                   cr.postal_code as cr_postal_code, cr.city as cr_city, cr.country_code as cr_country_code,
                   cr.email as cr_email, cr.phone as cr_phone, d.customer_number,
                   d.organisation_number as d_organisation_number, d.name as d_name, d.country_code as d_country_code,
                   case when not d.protected_address then d.street end as d_street,
                   case when not d.protected_address then d.postal_code end as d_postal_code,
                   case when not d.protected_address then d.city end as d_city,
                   case when not d.protected_address then d.email end as d_email,
                   case when not d.protected_address then d.phone end as d_phone
            from app.ledger_line l join app.invoice i on i.id = l.invoice_id join app.creditor cr on cr.id = i.creditor_id
            join app.debtor d on d.id = i.debtor_id
            where l.id > :after and l.kind in (:given) and (:creditor is null or cr.organisation_number = :creditor)
              and not exists (select 1 from app.ledger_line later where later.invoice_id = l.invoice_id
                  and later.id > l.id and later.kind in (:given) and %s = %s)
            order by l.id limit :most
            """.formatted(POSTING.formatted("l"), POSTING.formatted("later"), POSTING.formatted("l"));

    private static final String LINES = """
            select l.invoice_id, %s as posting, l.part, l.kind, l.amount, i.currency
            from app.ledger_line l join app.invoice i on i.id = l.invoice_id
            where l.invoice_id in (:invoices) and l.kind in (:given) order by l.id
            """.formatted(POSTING.formatted("l"));

    private record Posting(long invoice, String source) {

        static Posting of(ResultSet row) throws SQLException {
            return new Posting(row.getLong("invoice_id"), row.getString("posting"));
        }
    }

    private record Head(Posting posting, CreditNote note) {}

    private record Given(Posting posting, CreditNote.Line line) {}

    private final JdbcClient jdbc;

    CreditNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of their numbers, read while they are asked for.
     *
     * @param after only those with a voucher behind this number; 0 for all
     * @param creditor organisation number; null for all creditors
     */
    Stream<CreditNote> after(long after, @Nullable String creditor) {
        return Stream.iterate(
                        batch(after, creditor),
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < BATCH
                                ? List.of()
                                : batch(batch.get(batch.size() - 1).number(), creditor))
                .flatMap(List::stream);
    }

    private List<CreditNote> batch(long after, @Nullable String creditor) {
        List<Head> heads = jdbc.sql(READ)
                .param("after", after)
                .param("given", Vouchers.GIVEN_UP)
                .param("creditor", creditor, Types.VARCHAR)
                .param("most", BATCH)
                .query(CreditNotes::head)
                .list();
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<Posting, List<CreditNote.Line>> lines = jdbc
                .sql(LINES)
                .param(
                        "invoices",
                        heads.stream().map(head -> head.posting().invoice()).toList())
                .param("given", Vouchers.GIVEN_UP)
                .query(CreditNotes::given)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Given::posting, Collectors.mapping(Given::line, Collectors.toList())));
        return heads.stream()
                .map(head -> with(head.note(), Objects.requireNonNull(lines.get(head.posting()))))
                .toList();
    }

    private static CreditNote with(CreditNote note, List<CreditNote.Line> lines) {
        return new CreditNote(
                note.number(),
                note.on(),
                note.country(),
                note.creditor(),
                note.debtor(),
                note.customer(),
                note.invoice(),
                note.invoiceIssuedOn(),
                lines);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        CreditNote note = new CreditNote(
                row.getLong("id"),
                row.getObject("booked_on", LocalDate.class),
                Country.valueOf(row.getString("country")),
                party("cr_", row),
                party("d_", row),
                row.getString("customer_number"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                List.of());
        return new Head(Posting.of(row), note);
    }

    private static CreditNote.Party party(String prefix, ResultSet row) throws SQLException {
        String country = row.getString(prefix + "country_code");
        return new CreditNote.Party(
                row.getString(prefix + "organisation_number"),
                row.getString(prefix + "name"),
                row.getString(prefix + "street"),
                row.getString(prefix + "postal_code"),
                row.getString(prefix + "city"),
                country == null ? row.getString("country") : country,
                row.getString(prefix + "email"),
                row.getString(prefix + "phone"));
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        Money amount = Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount"));
        return new Given(Posting.of(row), new CreditNote.Line(row.getString("part"), row.getString("kind"), amount));
    }
}
