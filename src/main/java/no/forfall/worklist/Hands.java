package no.forfall.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.engine.StepGone;
import no.forfall.engine.Steps;
import no.forfall.identity.Absences;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.shared.Country;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose an item is: looked up and changed here for everything that people do with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Hands {

    private final ItemTable items;
    private final Steps steps;
    private final People people;
    private final Absences absences;
    private final Clock clock;

    Hands(ItemTable items, Steps steps, People people, Absences absences, Clock clock) {
        this.items = items;
        this.steps = steps;
        this.people = people;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * Locks an item that the person may work on: nobody has it, or the person does, or somebody for whom the person covers.
     *
     * @throws NoSuchElementException when there was never such an item
     * @throws StepGone when it was done meanwhile
     * @throws AlreadyTaken when somebody else has it
     */
    WorkItem lock(String id, String person) {
        WorkItem item = lockOfAnybody(id);
        String holder = item.assignee();
        if (holder != null && !holder.equals(person) && !covered(person).contains(holder)) {
            throw new AlreadyTaken(people.find(holder).map(Person::name).orElse(holder));
        }
        return item;
    }

    /** Locks an item whoever has it, for a manager who takes it away. */
    WorkItem lockOfAnybody(String id) {
        WorkItem item = items.lock(id).orElseThrow(() -> noSuch(id));
        if (item.doneAt() != null) {
            throw new StepGone(id);
        }
        return item;
    }

    static NoSuchElementException noSuch(String id) {
        return new NoSuchElementException("There is no work item " + id);
    }

    /** A step is marked by what the engine tells of it. */
    void give(WorkItem item, String person) {
        if (item.kind() == WorkItem.Kind.STEP) {
            steps.claim(item.id(), person);
        } else {
            items.assign(item.id(), person);
        }
    }

    /** Puts an item back for anybody. */
    void free(WorkItem item) {
        if (item.kind() == WorkItem.Kind.STEP) {
            steps.release(item.id());
        }
        items.assign(item.id(), null);
    }

    /** The teams of a person by the names that diagrams have for them; none of somebody who is not known. */
    Set<String> teamsOf(String person) {
        return people.find(person).map(Person::roles).orElse(Set.of()).stream()
                .map(Role::group)
                .collect(Collectors.toSet());
    }

    /** Whether the steps of every team are the person's too. */
    boolean mayDoAny(String person) {
        return people.find(person)
                .filter(known ->
                        known.roles().contains(Role.MANAGER) || known.roles().contains(Role.ADMIN))
                .isPresent();
    }

    /** The user names of those who are away today and whose work the person does meanwhile. */
    Set<String> covered(String person) {
        return absences.coveredBy(person, today());
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }
}
