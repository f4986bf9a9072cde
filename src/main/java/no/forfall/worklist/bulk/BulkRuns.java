package no.forfall.worklist.bulk;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import no.forfall.api.Invalid;
import no.forfall.casefile.CaseSearch;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.worklist.ItemConditions;
import no.forfall.worklist.Snooze;
import no.forfall.worklist.WorkFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with many rows at once: choose them, look at what would happen, start, watch and stop. A choice is seen by
 * whoever made it, and by managers.
 */
@Service
@Transactional
public class BulkRuns {

    /** How many rows a run takes at most. */
    public static final int MOST = 20_000;

    /** How many rows can be ticked. */
    public static final int MOST_TICKED = 500;

    private static final int CHOICES_KEPT = 4;

    private final BulkTable table;
    private final BulkJudge judge;
    private final BulkOrders orders;
    private final CaseSearch search;
    private final Clock clock;

    BulkRuns(BulkTable table, BulkJudge judge, BulkOrders orders, CaseSearch search, Clock clock) {
        this.table = table;
        this.judge = judge;
        this.orders = orders;
        this.search = search;
        this.clock = clock;
    }

    /**
     * Chooses the rows that a filter shows now, the first {@link #MOST} of them; what it shows later changes nothing.
     *
     * @param query the filter as the page's address has it
     */
    public BulkRun choose(String person, WorkFilter filter, String query) {
        table.forgetChoices(person, CHOICES_KEPT);
        long run = table.make(person, query, clock.instant());
        table.choose(run, new ItemConditions(filter, search, clock.instant()), MOST);
        return get(run);
    }

    /**
     * Chooses some rows by their ids; those that are done already are left out.
     *
     * @throws Invalid when there are none or more than {@link #MOST_TICKED}
     */
    public BulkRun choose(String person, Collection<String> items) {
        Set<String> chosen = Set.copyOf(items);
        if (chosen.isEmpty() || chosen.size() > MOST_TICKED) {
            throw new Invalid("item", "bulk.item.count", MOST_TICKED);
        }
        table.forgetChoices(person, CHOICES_KEPT);
        long run = table.make(person, null, clock.instant());
        table.choose(run, chosen);
        return get(run);
    }

    /** @throws NoSuchElementException when there is no such run, or another handler's */
    @Transactional(readOnly = true)
    public BulkRun get(long run) {
        return table.find(run)
                .filter(found ->
                        found.person().equals(CurrentPerson.name()) || CurrentPerson.has(Role.MANAGER, Role.ADMIN))
                .orElseThrow(() -> new NoSuchElementException("There is no run " + run));
    }

    /** The newest runs that a person has started. */
    @Transactional(readOnly = true)
    public List<BulkRun> startedBy(String person, int most) {
        return table.startedBy(person, most);
    }

    /**
     * What would become of the rows if they were done now, the largest group first.
     *
     * @throws Invalid when the order lacks something
     */
    @Transactional(readOnly = true)
    public List<BulkCount> preview(BulkRun run, BulkOrder order) {
        orders.check(run, order, Snooze.REASONS);
        return judge.counts(run.id(), orders.rules(run, order));
    }

    /** @param why the group of {@link #preview} that is looked at; null for the rows that would be done */
    @Transactional(readOnly = true)
    public List<BulkRow> previewed(BulkRun run, BulkOrder order, @Nullable String why, int first, int most) {
        return judge.rows(run.id(), orders.rules(run, order), why, first, most);
    }

    /**
     * Has the rows worked off in the background, in the name of whoever chose them. A run that was started stays as it is.
     *
     * @throws Invalid when the order lacks something
     * @throws NoSuchElementException when somebody else chose them
     */
    public void start(BulkRun run, BulkOrder order) {
        if (!run.person().equals(CurrentPerson.name())) {
            throw new NoSuchElementException("Run " + run.id() + " is " + run.person() + "'s");
        }
        if (run.startedAt() != null) {
            return;
        }
        orders.check(run, order, Snooze.REASONS);
        if (table.start(run.id(), orders.kept(run, order), clock.instant())) {
            judge.leaveOutTheSame(run.id(), orders.rules(run, order));
        }
    }

    /** Leaves undone what is not done; a row that is being done now is done to its end. */
    public void stop(BulkRun run) {
        table.stop(run.id(), CurrentPerson.name(), clock.instant());
    }

    /** What became of the rows so far, the largest group first. */
    @Transactional(readOnly = true)
    public List<BulkCount> results(BulkRun run) {
        return judge.results(run.id());
    }

    /** @param state only such rows; null for all */
    @Transactional(readOnly = true)
    public List<BulkRow> rows(BulkRun run, @Nullable RowState state, int first, int most) {
        return judge.page(run.id(), state, first, most);
    }

    /** The rows that come after a place, for whoever reads them all. */
    @Transactional(readOnly = true)
    public List<BulkRow> rowsAfter(BulkRun run, int place, int most) {
        return judge.results(run.id(), null, place, most);
    }

    /** The rules that a run goes by, for the roles that its person has now. */
    BulkRules rules(BulkRun run) {
        return orders.rules(run, Objects.requireNonNull(run.order()));
    }
}
