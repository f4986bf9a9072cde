package no.forfall.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the partitions of the journal, one for each month of business time (UTC), and drops those that have been kept long
 * enough. Nothing is dropped unless a time is set, since the journal is evidence.
 */
@Component
class JournalMonths {

    private static final Logger log = LoggerFactory.getLogger(JournalMonths.class);
    private static final int AHEAD = 3;

    private final JdbcClient jdbc;
    private final @Nullable Period keep;
    private final Clock clock;

    /**
     * @param keep how long entries are kept; null for ever
     * @throws IllegalArgumentException when it is not a whole number of months, at least one
     */
    JournalMonths(JdbcClient jdbc, @Value("${forfall.journal.keep:#{null}}") @Nullable Period keep, Clock clock) {
        if (keep != null && (keep.getDays() != 0 || keep.toTotalMonths() < 1)) {
            throw new IllegalArgumentException(
                    "forfall.journal.keep is in whole months or years, such as P10Y, not " + keep);
        }
        this.jdbc = jdbc;
        this.keep = keep;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${forfall.journal.months-every:PT6H}")
    @SchedulerLock(name = "journal-months")
    void keepUp() {
        make();
        if (keep != null) {
            drop(YearMonth.from(today().minus(keep)));
        }
    }

    /** This month, those to come, and those of which there are entries. */
    private void make() {
        TreeSet<YearMonth> needed = new TreeSet<>(jdbc.sql(
                        "select distinct cast(date_trunc('month', at at time zone 'UTC') as date) from app.journal_rest")
                .query((row, number) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list());
        for (int month = 0; month <= AHEAD; month++) {
            needed.add(YearMonth.from(today()).plusMonths(month));
        }
        needed.forEach(month -> jdbc.sql("select app.make_journal_month(?)")
                .param(month.atDay(1))
                .query(Boolean.class)
                .single());
    }

    private void drop(YearMonth firstKept) {
        for (String partition : partitionsBefore(firstKept)) {
            log.info("Dropping {}, since the journal is kept for {}", partition, keep);
            jdbc.sql("drop table if exists app." + partition).update();
        }
    }

    private List<String> partitionsBefore(YearMonth month) {
        return jdbc.sql("select child.relname from pg_inherits join pg_class child on child.oid = inhrelid"
                        + " where inhparent = 'app.journal'::regclass and child.relname ~ '^journal_\\d{4}_\\d{2}$'"
                        + " and child.relname < :first order by child.relname")
                .param("first", "journal_%04d_%02d".formatted(month.getYear(), month.getMonthValue()))
                .query(String.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
