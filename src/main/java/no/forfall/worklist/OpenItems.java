package no.forfall.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.casefile.CaseSearch;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the list of open work. Its order is the same for everybody: the most points first, of equals the one that is due
 * first, then the oldest. Points stand in the row, so that list and index lie in the same order; {@link Ranking} counts them.
 */
@Repository
@Transactional(readOnly = true)
public class OpenItems {

    /** The order of the list, of rows {@code w}. */
    public static final String ORDER = " order by w.points desc, w.due, w.opened_at, w.id";

    private final JdbcClient jdbc;
    private final CaseSearch search;
    private final RankTable ranks;
    private final FreeItems free;
    private final Clock clock;

    OpenItems(JdbcClient jdbc, CaseSearch search, RankTable ranks, FreeItems free, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.ranks = ranks;
        this.free = free;
        this.clock = clock;
    }

    /** A page of the list, counted from zero. One statement; a transaction of its own would be two journeys more. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<OpenItem> page(WorkFilter filter, int page, int size) {
        ItemConditions conditions = new ItemConditions(filter, search, clock.instant());
        return jdbc.sql(listed("select * from app.work_item w where w.done_at is null" + conditions.and() + ORDER
                        + " limit :size offset :first"))
                .params(conditions.values())
                .param("size", size)
                .param("first", (long) page * size)
                .query(this::row)
                .list();
    }

    /** The items of a statement as the list shows them. */
    private static String listed(String items) {
        return "select " + ItemTable.COLUMNS + ", d.name as debtor, k.name as creditor, k.country, i.number,"
                + " i.due_on, i.currency, w.open_principal, w.points, w.parts, w.facts,"
                + " (select max(l.sent_at) from app.letter l"
                + " where l.case_number = w.case_number and l.state = 'SENT') as last_contact"
                + " from (" + items + ") w"
                + " join app.collection_case c on c.number = w.case_number"
                + " join app.invoice i on i.id = c.invoice_id"
                + " join app.debtor d on d.id = i.debtor_id"
                + " join app.creditor k on k.id = i.creditor_id" + ORDER;
    }

    /** Some items, by their ids; those that are not there are left out. */
    public Map<String, OpenItem> of(Collection<String> ids) {
        return jdbc
                .sql(listed("select * from app.work_item w where w.id = any(:ids)"))
                .param("ids", ids.toArray(String[]::new))
                .query(this::row)
                .stream()
                .collect(Collectors.toMap(open -> open.item().id(), Function.identity()));
    }

    /** Why an item stands where it does; of one that is done, why it stood there. */
    public Rank rank(String id) {
        return jdbc.sql("select w.points, w.parts, w.facts from app.work_item w where w.id = ?")
                .param(id)
                .query((row, number) -> rank(row))
                .optional()
                .orElse(Rank.NONE);
    }

    private Rank rank(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        return facts == null
                ? Rank.NONE
                : new Rank(row.getInt("points"), ranks.parts(row.getString("parts")), ranks.facts(facts));
    }

    public WorkSummary summary(WorkFilter filter) {
        return summary(filter, Long.MAX_VALUE);
    }

    /** The same, counting no further than a reader cares for: a count above {@link Formats#COUNTED} stands for more. */
    public WorkSummary roughSummary(WorkFilter filter) {
        return summary(filter, Formats.COUNTED + 1);
    }

    private WorkSummary summary(WorkFilter filter, long most) {
        ItemConditions conditions = new ItemConditions(filter, search, clock.instant());
        LocalDate today = today();
        String count = "(select count(*) from (select 1 from app.work_item w where w.done_at is null%s"
                + conditions.and() + " limit " + most + ") w)";
        return jdbc.sql("select " + count.formatted("") + ", " + count.formatted(" and w.due < :morning") + ", "
                        + count.formatted(" and w.due >= :morning and w.due < :midnight"))
                .params(conditions.values())
                .param("morning", Timestamp.from(startOf(today)))
                .param("midnight", Timestamp.from(startOf(today.plusDays(1))))
                .query((row, number) -> new WorkSummary(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** What kinds of steps are open: process by element. */
    public Map<String, String> elements() {
        return jdbc.sql("""
                        with recursive step as (
                            (select element, process from app.work_item where done_at is null and kind = 'STEP'
                                order by element, process limit 1)
                            union all
                            (select w.element, w.process from step s cross join lateral (
                                select element, process from app.work_item where done_at is null and kind = 'STEP'
                                    and element > s.element order by element, process limit 1) w))
                        select element, process from step
                        """).query((row, number) -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** Locks the first item that is free where nobody covers for anybody. */
    @Transactional
    Optional<WorkItem> lockFirstFree(Set<String> teams, Instant now) {
        return free.lockFirst(teams, Set.of(), now);
    }

    /** How many there are and what is open on them, counted no further than a reader cares for. */
    public Worth worth(WorkFilter filter) {
        ItemConditions conditions = new ItemConditions(filter, search, clock.instant());
        List<Money> amounts = new ArrayList<>();
        long[] count = {0};
        jdbc.sql("select i.currency, count(*), sum(w.open_principal) from (select w.case_number, w.open_principal"
                        + " from app.work_item w where w.done_at is null" + conditions.and() + " limit "
                        + (Formats.COUNTED + 1) + ") w join app.collection_case c on c.number = w.case_number"
                        + " join app.invoice i on i.id = c.invoice_id group by i.currency order by i.currency")
                .params(conditions.values())
                .query(row -> {
                    count[0] += row.getLong(2);
                    amounts.add(Money.of(CurrencyUnit.of(row.getString(1)), row.getBigDecimal(3)));
                });
        return new Worth(count[0], List.copyOf(amounts));
    }

    /** @param amounts open principal, one of each currency */
    public record Worth(long count, List<Money> amounts) {}

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Country.NO.zone()).toInstant();
    }

    private OpenItem row(ResultSet row, int number) throws SQLException {
        Country country = Country.valueOf(row.getString("country"));
        Timestamp contact = row.getTimestamp("last_contact");
        return new OpenItem(
                ItemTable.row(row, number),
                row.getString("debtor"),
                row.getString("creditor"),
                country,
                row.getString("number"),
                row.getObject("due_on", LocalDate.class),
                Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("open_principal")),
                contact == null ? null : LocalDate.ofInstant(contact.toInstant(), country.zone()),
                rank(row));
    }
}
