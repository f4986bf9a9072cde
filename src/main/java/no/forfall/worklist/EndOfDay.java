package no.forfall.worklist;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person has behind and before them when nothing is left in the list. Nobody is compared with anybody. */
@Service
@Transactional(readOnly = true)
public class EndOfDay {

    private static final int ROWS = 5;

    /**
     * Steps of one kind that ended in one way.
     *
     * @param name the step's name as its diagram says it
     * @param answer what its form calls the outcome; null when it has none
     */
    public record Finished(
            WorkItem.Kind kind,
            String process,
            String element,
            String name,
            @Nullable String answer,
            long count) {}

    /** @param amounts what was promised, one of each currency */
    public record Promised(long count, List<Money> amounts) {}

    /**
     * @param snoozed what the person has left for later, of {@code snoozedCount}
     * @param nextDay the next banking day, with the calls that were agreed on for it, how much is due then, and how much of
     *     what the person left for later comes back
     * @param begun how much the person has begun and not finished
     * @param free how much there is for the person after all, as when somebody put something back
     * @param others what is free of other teams and allowed to the person, by team
     */
    public record Day(
            List<Finished> finished,
            Promised promised,
            List<OpenItem> snoozed,
            long snoozedCount,
            LocalDate nextDay,
            CallBacks.Agreed callBacks,
            long due,
            long back,
            long begun,
            long free,
            Map<String, Long> others) {}

    private final OpenItems open;
    private final Worklist worklist;
    private final CallBacks callBacks;
    private final BankingDays bankingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    EndOfDay(
            OpenItems open,
            Worklist worklist,
            CallBacks callBacks,
            BankingDays bankingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.open = open;
        this.worklist = worklist;
        this.callBacks = callBacks;
        this.bankingDays = bankingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Day of(String person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        LocalDate nextDay = bankingDays.plus(Country.NO, today, 1);
        WorkFilter mine = new WorkFilter(person, false, null, null, null);
        WorkFilter left = mine.with(WorkFilter.Sleep.SNOOZED);
        return new Day(
                finished(person, startOf(today)),
                promised(person, today),
                open.page(left, 0, ROWS),
                open.roughSummary(left).total(),
                nextDay,
                callBacks.on(nextDay, ROWS),
                between("due", nextDay, null),
                between("skipped_until", nextDay, person),
                open.roughSummary(mine).total(),
                worklist.countFree(person),
                worklist.freeOfOthers(person));
    }

    private List<Finished> finished(String person, Instant since) {
        return jdbc.sql("select kind, process, element, max(name) as name, answer, count(*) as count from app.work_item"
                        + " where done_by = :person and done_at >= :since group by kind, process, element, answer"
                        + " order by count desc, element, answer limit 50")
                .param("person", person)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new Finished(
                        WorkItem.Kind.valueOf(row.getString("kind")),
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("name"),
                        row.getString("answer"),
                        row.getLong("count")))
                .list();
    }

    private Promised promised(String person, LocalDate today) {
        List<Money> amounts = new ArrayList<>();
        long[] count = {0};
        jdbc.sql("select a.currency, count(distinct a.id), sum(i.amount) from app.arrangement a"
                        + " join app.instalment i on i.arrangement_id = a.id"
                        + " where a.made_by = :person and a.made_on = :today group by a.currency order by a.currency")
                .param("person", person)
                .param("today", Date.valueOf(today))
                .query(row -> {
                    count[0] += row.getLong(2);
                    amounts.add(Money.of(CurrencyUnit.of(row.getString(1)), row.getBigDecimal(3)));
                });
        return new Promised(count[0], amounts);
    }

    /** @param leftBy only what that person left for later; null for all */
    private long between(String column, LocalDate day, @Nullable String leftBy) {
        return jdbc.sql("select count(*) from app.work_item where done_at is null and " + column + " >= :from and "
                        + column + " < :to" + (leftBy == null ? "" : " and snoozed_by = :person"))
                .param("from", Timestamp.from(startOf(day)))
                .param("to", Timestamp.from(startOf(day.plusDays(1))))
                .param("person", leftBy)
                .query(Long.class)
                .single();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Country.NO.zone()).toInstant();
    }
}
