package no.forfall.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.engine.InvalidForm;
import no.forfall.engine.StepGone;
import no.forfall.engine.Steps;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.shared.InOneGo;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their work: take it, give it back, leave it for later, finish it. */
@Service
@Transactional
public class Worklist {

    private final ItemTable items;
    private final OpenItems open;
    private final Decisions decisions;
    private final Steps steps;
    private final Cases cases;
    private final Receivables receivables;
    private final People people;
    private final BankingDays bankingDays;
    private final InOneGo inOneGo;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Worklist(
            ItemTable items,
            OpenItems open,
            Decisions decisions,
            Steps steps,
            Cases cases,
            Receivables receivables,
            People people,
            BankingDays bankingDays,
            InOneGo inOneGo,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.open = open;
        this.decisions = decisions;
        this.steps = steps;
        this.cases = cases;
        this.receivables = receivables;
        this.people = people;
        this.bankingDays = bankingDays;
        this.inOneGo = inOneGo;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NoSuchElementException when there was never such an item */
    @Transactional(readOnly = true)
    public WorkItem get(String id) {
        return items.find(id).orElseThrow(() -> noSuch(id));
    }

    /** What is open on one case, the most urgent first. */
    @Transactional(readOnly = true)
    public List<WorkItem> openOf(CaseNumber caseNumber) {
        return items.openOf(caseNumber);
    }

    /**
     * Takes the first item of the list that nobody has, that the person's teams may do and that is not left for later. Two
     * people who ask at once get different ones.
     */
    public Optional<WorkItem> next(String person) {
        Optional<WorkItem> first = open.lockFirstFree(teamsOf(person), clock.instant());
        first.ifPresent(item -> give(item, person));
        return first.map(item -> get(item.id()));
    }

    private Set<String> teamsOf(String person) {
        return people.find(person).map(Person::roles).orElse(Set.of()).stream()
                .map(Role::group)
                .collect(Collectors.toSet());
    }

    /**
     * @throws AlreadyTaken when somebody else has it
     * @throws StepGone when it was done meanwhile
     */
    public WorkItem claim(String id, String person) {
        give(mine(id, person), person);
        return get(id);
    }

    /** A step is marked by what the engine tells of it. */
    private void give(WorkItem item, String person) {
        if (item.kind() == WorkItem.Kind.STEP) {
            steps.claim(item.id(), person);
        } else {
            items.assign(item.id(), person);
        }
    }

    /** Puts it back on the list for anybody; does nothing when nobody has it. */
    public WorkItem release(String id, String person) {
        WorkItem item = mine(id, person);
        if (item.kind() == WorkItem.Kind.STEP) {
            steps.release(id);
        }
        items.assign(id, null);
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
        WorkItem item = fromAnybody ? undone(id) : mine(id, person);
        if (Objects.equals(item.assignee(), to)) {
            return;
        }
        if (to != null) {
            give(item, to);
        } else if (item.kind() == WorkItem.Kind.STEP) {
            steps.release(id);
        } else {
            items.assign(id, null);
        }
    }

    /** Gives it back and keeps it out of {@link #next} until the morning of the next banking day of its creditor. */
    public void skip(String id, String person, String reason) {
        WorkItem item = release(id, person);
        Country country = receivables
                .invoice(cases.get(item.caseNumber()).invoiceId())
                .creditor()
                .country();
        Instant until = bankingDays
                .plus(country, cases.today(item.caseNumber()), 1)
                .atTime(LocalTime.of(7, 0))
                .atZone(country.zone())
                .toInstant();
        items.skip(id, until);
        events.publishEvent(new StepSkipped(item.caseNumber(), item.name(), reason, until));
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
        WorkItem item = mine(id, person);
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

    private WorkItem undone(String id) {
        WorkItem item = items.lock(id).orElseThrow(() -> noSuch(id));
        if (item.doneAt() != null) {
            throw new StepGone(id);
        }
        return item;
    }

    private WorkItem mine(String id, String person) {
        WorkItem item = undone(id);
        String holder = item.assignee();
        if (holder != null && !holder.equals(person)) {
            throw new AlreadyTaken(people.find(holder).map(Person::name).orElse(holder));
        }
        return item;
    }

    private static NoSuchElementException noSuch(String id) {
        return new NoSuchElementException("There is no work item " + id);
    }
}
