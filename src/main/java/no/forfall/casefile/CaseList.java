package no.forfall.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.api.Listing;
import no.forfall.cases.CaseState;
import no.forfall.cases.Token;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases. */
@Repository
@Transactional(readOnly = true)
public class CaseList {

    private static final String FROM = """
             from app.collection_case c
            join app.invoice i on i.id = c.invoice_id
            join app.debtor d on d.id = i.debtor_id
            join app.creditor k on k.id = i.creditor_id
            cross join lateral (
                select coalesce(sum(l.effect), 0) as amount
                from app.ledger_line l where l.invoice_id = i.id and l.part = 'PRINCIPAL') p
            """;

    /** How many cases a search finds in each state. */
    public record Counts(long all, long open, long held, long closed) {

        long of(@Nullable CaseState state) {
            if (state == null) {
                return all;
            }
            return switch (state) {
                case OPEN -> open;
                case HELD -> held;
                case CLOSED -> closed;
            };
        }
    }

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Clock clock;

    CaseList(JdbcClient jdbc, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /** A page of the cases found, closed ones last and the longest overdue first; pages count from zero. */
    public Listing<CaseRow> find(CaseQuery query, int page, int size, Locale language) {
        CaseConditions conditions = new CaseConditions(query, today());
        List<CaseRow> rows = jdbc.sql("select c.number, c.state, c.opened_at, d.name as debtor, d.organisation_number,"
                        + " k.name as creditor, k.country, i.number as invoice, i.due_on, i.currency, p.amount" + FROM
                        + conditions.where()
                        + " order by c.state = 'CLOSED', i.due_on, c.number limit :size offset :first")
                .params(conditions.values())
                .param("size", size)
                .param("first", (long) page * size)
                .query(this::row)
                .list();
        return new Listing<>(
                withSteps(rows, language), page, size, counts(query).of(query.status()));
    }

    /** How many cases the search finds, whatever state it asks for. */
    public Counts counts(CaseQuery query) {
        CaseConditions conditions = new CaseConditions(query.anyStatus(), today());
        return jdbc.sql(
                        "select count(*), count(*) filter (where c.state = 'OPEN'), count(*) filter (where c.state = 'HELD'),"
                                + " count(*) filter (where c.state = 'CLOSED')" + FROM + conditions.where())
                .params(conditions.values())
                .query((row, number) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    private List<CaseRow> withSteps(List<CaseRow> rows, Locale language) {
        List<CaseNumber> numbers = rows.stream().map(CaseRow::number).toList();
        Map<CaseNumber, List<Token>> standing = plans.standing(numbers);
        Map<CaseNumber, PlannedStep> next = plans.next(numbers, language);
        return rows.stream()
                .map(row -> row.standingAt(
                        standing.getOrDefault(row.number(), List.of()).stream()
                                .map(token -> plans.nameOf(token, language))
                                .toList(),
                        row.status() == CaseState.OPEN ? next.get(row.number()) : null))
                .toList();
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }

    private CaseRow row(ResultSet row, int number) throws SQLException {
        Country country = Country.valueOf(row.getString("country"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        LocalDate today = LocalDate.ofInstant(clock.instant(), country.zone());
        CaseState state = CaseState.valueOf(row.getString("state"));
        return new CaseRow(
                new CaseNumber(row.getString("number")),
                row.getString("debtor"),
                row.getString("organisation_number"),
                row.getString("creditor"),
                row.getString("invoice"),
                dueOn,
                state == CaseState.CLOSED ? 0 : Math.max(0, today.toEpochDay() - dueOn.toEpochDay()),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                state,
                LocalDate.ofInstant(row.getTimestamp("opened_at").toInstant(), country.zone()),
                List.of(),
                null);
    }
}
