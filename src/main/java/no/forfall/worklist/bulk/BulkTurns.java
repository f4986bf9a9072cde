package no.forfall.worklist.bulk;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import no.forfall.shared.Country;
import no.forfall.worklist.bulk.BulkTable.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the rows of runs, one thread on each node, some rows of one run and then some of the next. A row is locked, done and
 * written in one transaction: a node that dies in the middle has done nothing with it, and another one takes it up. What was
 * refused is written in a transaction of its own afterwards, unless somebody has done the row by then.
 */
@Component
class BulkTurns {

    /** So many rows of one run, before those of another person have their turn. */
    private static final int IN_A_ROW = 20;

    private static final int ATTEMPTS = 5;
    private static final Period CHOICES_KEPT = Period.ofDays(1);
    private static final Period RUNS_KEPT = Period.ofDays(90);

    private final BulkTable table;
    private final BulkRuns runs;
    private final BulkDeed deed;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean leaving;

    BulkTurns(BulkTable table, BulkRuns runs, BulkDeed deed, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.runs = runs;
        this.deed = deed;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${forfall.worklist.bulk-every:PT1S}")
    void round() {
        while (!leaving && turn(IN_A_ROW) > 0) {
            // the next rows
        }
    }

    /** What has begun is ended; the rest is left to the other nodes. */
    @EventListener(ContextClosedEvent.class)
    void leave() {
        leaving = true;
    }

    /** Does some rows of each run that goes on, and answers how many. */
    int turn(int most) {
        List<Long> open = table.open();
        int done = 0;
        for (long run : open) {
            done += some(run, most);
        }
        return done;
    }

    private int some(long id, int most) {
        Optional<BulkRun> run = table.find(id);
        if (run.isEmpty()) {
            return 0;
        }
        BulkRules rules = rules(run.get());
        int done = 0;
        while (done < most && !leaving && next(id, rules)) {
            done++;
        }
        if (done < most && !leaving) {
            table.end(id, clock.instant());
        }
        return done;
    }

    /** Null when the person, or whoever was to have the work, is not there any more. */
    private @Nullable BulkRules rules(BulkRun run) {
        try {
            return runs.rules(run);
        } catch (NoSuchElementException nobody) {
            return null;
        }
    }

    private boolean next(long run, @Nullable BulkRules rules) {
        for (int attempt = 1; ; attempt++) {
            AtomicReference<Turn> taken = new AtomicReference<>();
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> {
                    Optional<Turn> row = table.take(run);
                    row.ifPresent(turn -> {
                        taken.set(turn);
                        table.write(run, turn.place(), result(run, turn, rules), clock.instant());
                    });
                    return row.isPresent();
                }));
            } catch (ConcurrencyFailureException | UnexpectedRollbackException collision) {
                if (attempt == ATTEMPTS || taken.get() == null) {
                    return refused(run, taken.get(), new ConcurrencyFailureException("again and again", collision));
                }
            } catch (RuntimeException refusal) {
                return refused(run, taken.get(), refusal);
            }
        }
    }

    private RowResult result(long run, Turn row, @Nullable BulkRules rules) {
        return rules == null ? RowResult.left("bulk.why.NO_PERSON", null) : deed.act(run, row, rules);
    }

    private boolean refused(long run, @Nullable Turn row, RuntimeException refusal) {
        if (row == null) {
            throw refusal;
        }
        transaction.executeWithoutResult(
                status -> table.write(run, row.place(), BulkRefusals.of(run, row.place(), refusal), clock.instant()));
        return true;
    }

    /** Choices that nobody started, and what became of rows a season ago, are of no use any more. */
    @Scheduled(cron = "${forfall.worklist.bulk-forget:0 20 3 * * *}")
    @SchedulerLock(name = "bulk-forget", lockAtLeastFor = "PT10M", lockAtMostFor = "PT11M")
    void forget() {
        var now = clock.instant().atZone(Country.NO.zone());
        table.forget(now.minus(CHOICES_KEPT).toInstant(), now.minus(RUNS_KEPT).toInstant());
    }
}
