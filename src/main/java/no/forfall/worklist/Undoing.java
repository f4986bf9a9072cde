package no.forfall.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a person's own last act with the list: taking, giving back, leaving for later, deleting a filter. What was finished
 * is never taken back, since it may have left the house.
 */
@Service
@Transactional
public class Undoing {

    /** What came of it. */
    public enum Result {
        GIVEN_BACK,
        TAKEN_AGAIN,
        BROUGHT_BACK,
        FILTER_RESTORED,
        /** Somebody or something has changed it since. */
        CHANGED,
        NOTHING
    }

    /**
     * @param item what was acted on; null for a filter and for nothing
     * @param query the filter that is there again; null for everything else
     * @param finished what the person finished last today, which stays; null when nothing was
     */
    public record Undone(
            Result result,
            @Nullable WorkItem item,
            @Nullable String query,
            @Nullable WorkItem finished) {}

    private final Undo undo;
    private final Hands hands;
    private final ItemTable items;
    private final SavedFilters filters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Undoing(
            Undo undo,
            Hands hands,
            ItemTable items,
            SavedFilters filters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undo = undo;
        this.hands = hands;
        this.items = items;
        this.filters = filters;
        this.events = events;
        this.clock = clock;
    }

    /** Undoes the last act of a person, once; what was finished after it stands in its way. */
    public Undone undo(String person) {
        WorkItem finished = finishedToday(person).orElse(null);
        Undo.Act act = undo.take(person).orElse(null);
        if (act == null || isBefore(act, finished)) {
            return new Undone(Result.NOTHING, null, null, finished);
        }
        if (act.kind() == Undo.Kind.FILTER_DELETED) {
            SavedFilters.SavedFilter filter = undo.read(act, SavedFilters.SavedFilter.class);
            boolean restored = filters.restore(filter);
            return new Undone(restored ? Result.FILTER_RESTORED : Result.CHANGED, null, filter.query(), null);
        }
        Undo.Change change = undo.read(act, Undo.Change.class);
        WorkItem item = items.lock(act.subject()).orElseThrow(() -> Hands.noSuch(act.subject()));
        if (item.doneAt() != null || !Undo.Stand.of(item).sameAs(change.after())) {
            return new Undone(Result.CHANGED, item, null, null);
        }
        if (change.then() != null) {
            leave(change.then(), person);
        }
        restore(item, change.before());
        return new Undone(result(act.kind()), items.find(item.id()).orElseThrow(), null, finished);
    }

    private static boolean isBefore(Undo.Act act, @Nullable WorkItem finished) {
        return finished != null && finished.doneAt() != null && act.at().isBefore(finished.doneAt());
    }

    private Optional<WorkItem> finishedToday(String person) {
        Instant morning = clock.instant()
                .atZone(Country.NO.zone())
                .toLocalDate()
                .atStartOfDay(Country.NO.zone())
                .toInstant();
        return items.lastFinishedBy(person, morning);
    }

    private void leave(String id, String person) {
        items.lock(id)
                .filter(then -> then.doneAt() == null && person.equals(then.assignee()))
                .ifPresent(hands::free);
    }

    private void restore(WorkItem item, Undo.Stand before) {
        if (before.assignee() == null) {
            hands.free(item);
        } else {
            hands.give(item, before.assignee());
        }
        items.later(item.id(), before.later());
        if (item.later().until() != null && before.later().until() == null) {
            events.publishEvent(new StepBroughtBack(item.caseNumber(), item.name()));
        }
    }

    private static Result result(Undo.Kind kind) {
        return switch (kind) {
            case TAKEN -> Result.GIVEN_BACK;
            case GIVEN_BACK -> Result.TAKEN_AGAIN;
            default -> Result.BROUGHT_BACK;
        };
    }
}
