package no.forfall.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepGone;
import no.forfall.engine.Steps;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InOneGo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their work: take it, give it back, finish it. */
@Service
@Transactional
public class Worklist {

    private final ItemTable items;
    private final FreeItems free;
    private final Hands hands;
    private final Undo undo;
    private final Decisions decisions;
    private final Steps steps;
    private final Cases cases;
    private final InOneGo inOneGo;
    private final Clock clock;

    Worklist(
            ItemTable items,
            FreeItems free,
            Hands hands,
            Undo undo,
            Decisions decisions,
            Steps steps,
            Cases cases,
            InOneGo inOneGo,
            Clock clock) {
        this.items = items;
        this.free = free;
        this.hands = hands;
        this.undo = undo;
        this.decisions = decisions;
        this.steps = steps;
        this.cases = cases;
        this.inOneGo = inOneGo;
        this.clock = clock;
    }

    /** @throws NoSuchElementException when there was never such an item */
    @Transactional(readOnly = true)
    public WorkItem get(String id) {
        return items.find(id).orElseThrow(() -> Hands.noSuch(id));
    }

    /** What is open on one case, the most urgent first. */
    @Transactional(readOnly = true)
    public List<WorkItem> openOf(CaseNumber caseNumber) {
        return items.openOf(caseNumber);
    }

    /**
     * Takes the first item of the list that is free, that the person's teams may do and that is not left for later; what
     * people have for whom the person covers counts as free. Two people who ask at once get different ones.
     */
    public Optional<WorkItem> next(String person) {
        return first(person, hands.teamsOf(person)).map(item -> taken(item, person));
    }

    /** The same for whoever moves on from what was left for later: undoing that gives this one back too. */
    public Optional<WorkItem> moveOn(String person) {
        return first(person, hands.teamsOf(person)).map(item -> {
            hands.give(item, person);
            if (!undo.movedOn(person, item.id())) {
                undo.keep(person, Undo.Kind.TAKEN, item);
            }
            return get(item.id());
        });
    }

    /** Takes the first free item of other teams; nothing for whom only their own teams' work is. */
    public Optional<WorkItem> nextOfOthers(String person) {
        Set<String> others = freeOfOthers(person).keySet();
        return others.isEmpty() ? Optional.empty() : first(person, others).map(item -> taken(item, person));
    }

    /** How much of other teams' work is free and allowed to the person, by team; managers and administrators may do any. */
    @Transactional(readOnly = true)
    public Map<String, Long> freeOfOthers(String person) {
        return hands.mayDoAny(person) ? free.ofOthers(hands.teamsOf(person)) : Map.of();
    }

    /** How much is free for the person, counted no further than a reader cares for. */
    @Transactional(readOnly = true)
    public long countFree(String person) {
        return free.count(hands.teamsOf(person));
    }

    private Optional<WorkItem> first(String person, Set<String> teams) {
        return free.lockFirst(teams, hands.covered(person), clock.instant());
    }

    /** The teams of a person by the names that diagrams have for them. */
    @Transactional(readOnly = true)
    public Set<String> teamsOf(String person) {
        return hands.teamsOf(person);
    }

    /** Whether a person does today the work of another one who is away. */
    @Transactional(readOnly = true)
    public boolean covers(String person, String other) {
        return covered(person).contains(other);
    }

    /** The user names of those whose work a person does today, since they are away. */
    @Transactional(readOnly = true)
    public Set<String> covered(String person) {
        return hands.covered(person);
    }

    /**
     * @throws AlreadyTaken when somebody else has it
     * @throws StepGone when it was done meanwhile
     */
    public WorkItem claim(String id, String person) {
        return taken(hands.lock(id, person), person);
    }

    private WorkItem taken(WorkItem item, String person) {
        hands.give(item, person);
        undo.keep(person, Undo.Kind.TAKEN, item);
        return get(item.id());
    }

    /** Puts it back on the list for anybody; does nothing when nobody has it. */
    public WorkItem release(String id, String person) {
        WorkItem item = hands.lock(id, person);
        hands.free(item);
        undo.keep(person, Undo.Kind.GIVEN_BACK, item);
        return get(id);
    }

    /**
     * Gives it to somebody, or with null back to everybody; does nothing when it is there already.
     *
     * @param fromAnybody whether it may be taken away from whoever has it, which is for managers
     * @throws AlreadyTaken when somebody else has it and it may not
     * @throws StepGone when it was done meanwhile
     */
    public void assign(String id, String person, @Nullable String to, boolean fromAnybody) {
        WorkItem item = fromAnybody ? hands.lockOfAnybody(id) : hands.lock(id, person);
        if (Objects.equals(item.assignee(), to)) {
            return;
        }
        if (to == null) {
            hands.free(item);
        } else {
            hands.give(item, to);
        }
    }

    /**
     * Finishes it: a step with the values of its form, anything else with the value {@code outcome}.
     *
     * @throws CaseNotOpen when it is held
     * @throws AlreadyTaken when somebody else has it
     * @throws StepGone when it was done meanwhile
     * @throws InvalidForm when a value is missing or not allowed
     * @throws no.forfall.engine.StepNotYours when another team, or other eyes, have to do it
     */
    public void complete(String id, String person, Map<String, Object> values) {
        // the case before the item: the order in which payments take them too
        cases.lock(get(id).caseNumber());
        WorkItem item = hands.lock(id, person);
        if (item.held()) {
            throw new CaseNotOpen(item.caseNumber(), CaseState.HELD);
        }
        inOneGo.run(() -> {
            if (item.kind() == WorkItem.Kind.STEP) {
                steps.complete(id, person, values);
            } else {
                decisions.carryOut(item, values);
            }
        });
    }
}
