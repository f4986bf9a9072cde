package no.forfall.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.api.Listing;
import no.forfall.cases.CaseState;
import no.forfall.cases.Token;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
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

    private static final String ORDER = " order by c.state = 'CLOSED', c.due_on, c.number";
    private static final String COUNTS = "count(*), count(*) filter (where c.state = 'OPEN'),"
            + " count(*) filter (where c.state = 'HELD'), count(*) filter (where c.state = 'CLOSED')";

    /** How many cases a search finds in each state. */
    public record Counts(long all, long open, long held, long closed) {

        /** Those in a state; of all when it is null. */
        public long of(@Nullable CaseState state) {
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

    /** A page of cases, and how many the search finds in each state; a count above {@link Formats#COUNTED} stands for more. */
    public record Found(List<CaseRow> rows, Counts counts) {}

    private final JdbcClient jdbc;
    private final CaseSearch search;
    private final Plans plans;
    private final Clock clock;

    CaseList(JdbcClient jdbc, CaseSearch search, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.plans = plans;
        this.clock = clock;
    }

    /** A page of the cases found, closed ones last and the longest overdue first; pages count from zero. */
    public Listing<CaseRow> find(CaseQuery query, int page, int size, Locale language) {
        CaseConditions conditions = conditions(query);
        List<CaseRow> rows = rows(conditions, page, size, language);
        long total =
                page == 0 && rows.size() < size ? rows.size() : counts(query).of(query.status());
        return new Listing<>(rows, page, size, total);
    }

    /** The same, counting no further than a reader cares for. */
    public Found look(CaseQuery query, int page, int size, Locale language) {
        CaseConditions any = conditions(query.anyStatus());
        return new Found(rows(conditions(query), page, size, language), any.lookedUp() ? counts(any) : upToEnough(any));
    }

    /** How many cases the search finds, whatever state it asks for. */
    public Counts counts(CaseQuery query) {
        return counts(conditions(query.anyStatus()));
    }

    private CaseConditions conditions(CaseQuery query) {
        return new CaseConditions(query, today(), search);
    }

    private List<CaseRow> rows(CaseConditions conditions, int page, int size, Locale language) {
        List<CaseRow> rows = jdbc.sql("select c.number, c.state, c.opened_at, d.name as debtor, d.organisation_number,"
                        + " k.name as creditor, k.country, i.number as invoice, c.due_on, i.currency, c.open_principal"
                        + " from (select * from (" + inOrder(conditions, (long) (page + 1) * size) + ") c" + ORDER
                        + " limit :size offset :first) c"
                        + " join app.invoice i on i.id = c.invoice_id join app.debtor d on d.id = i.debtor_id"
                        + " join app.creditor k on k.id = i.creditor_id" + ORDER)
                .params(conditions.values())
                .param("size", size)
                .param("first", (long) page * size)
                .query(this::row)
                .list();
        return withSteps(rows, language);
    }

    /** The first cases of each state, each read from the index in which they lie in order. */
    private static String inOrder(CaseConditions conditions, long most) {
        return conditions.lookedUp()
                ? "select c.* from app.collection_case c where c.state in ("
                        + conditions.states().stream()
                                .map(state -> "'" + state + "'")
                                .collect(Collectors.joining(", ")) + ")" + conditions.and()
                : conditions.states().stream()
                        .map(state ->
                                "(" + of(state, "c.*", conditions) + " order by c.due_on, c.number limit " + most + ")")
                        .collect(Collectors.joining(" union all "));
    }

    private static String of(CaseState state, String columns, CaseConditions conditions) {
        return "select " + columns + " from app.collection_case c where c.state = '" + state + "'" + conditions.and();
    }

    private Counts counts(CaseConditions conditions) {
        return jdbc.sql("select " + COUNTS + " from app.collection_case c where true" + conditions.and())
                .params(conditions.values())
                .query(CaseList::counts)
                .single();
    }

    private Counts upToEnough(CaseConditions conditions) {
        return jdbc.sql("select " + COUNTS + " from ("
                        + conditions.states().stream()
                                .map(state -> "(" + of(state, "c.state", conditions) + " limit " + (Formats.COUNTED + 1)
                                        + ")")
                                .collect(Collectors.joining(" union all "))
                        + ") c")
                .params(conditions.values())
                .query(CaseList::counts)
                .single();
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    private List<CaseRow> withSteps(List<CaseRow> rows, Locale language) {
        List<CaseNumber> numbers = rows.stream().map(CaseRow::number).toList();
        if (numbers.isEmpty()) {
            return rows;
        }
        Map<CaseNumber, List<Token>> standing = plans.standing(numbers);
        Map<CaseNumber, PlannedStep> next = plans.next(standing, numbers, language);
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
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("open_principal")),
                state,
                LocalDate.ofInstant(row.getTimestamp("opened_at").toInstant(), country.zone()),
                List.of(),
                null);
    }
}
