package no.forfall.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Role;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/**
 * Lets a step be completed by its own teams, managers and administrators only and, where the diagram asks for four eyes,
 * not by the person who completed the step that it names. From every way in: our pages, the interfaces for programs,
 * Camunda's own task list.
 */
final class Entitlement implements TaskListener {

    /** The property of a user task that names the steps whose persons may not complete this one, with commas between. */
    static final String FOUR_EYES = "fourEyes";

    private final Supplier<People> people;
    private final Supplier<Deciders> deciders;
    private final List<String> otherEyesThan;

    Entitlement(Supplier<People> people, Supplier<Deciders> deciders, @Nullable String otherEyesThan) {
        this.people = people;
        this.deciders = deciders;
        this.otherEyesThan = otherEyesThan == null
                ? List.of()
                : List.of(otherEyesThan.strip().split("\\s*,\\s*"));
    }

    @Override
    public void notify(DelegateTask task) {
        String person = person();
        if (person.equals(CurrentPerson.NOBODY)) {
            return;
        }
        if (!isInATeamOf(task, person)) {
            throw new StepNotYours("step.otherTeam");
        }
        CaseNumber number = Observer.caseNumberOf(task.getExecution());
        for (String step : otherEyesThan) {
            if (deciders.get().of(number, step).filter(person::equals).isPresent()) {
                throw new StepNotYours("step.sameEyes");
            }
        }
        deciders.get().keep(number, task.getTaskDefinitionKey(), person);
    }

    /** The engine's own interface for programs tells the engine nobody; the house's door knows who came in. */
    private static String person() {
        String told = Context.getCommandContext().getAuthenticatedUserId();
        return told == null ? CurrentPerson.name() : told;
    }

    /** Whoever the house does not know came in with the rights of the database or of a test. */
    private boolean isInATeamOf(DelegateTask task, String person) {
        Set<String> teams = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        return teams.isEmpty()
                || people.get()
                        .find(person)
                        .map(known -> known.roles().contains(Role.ADMIN)
                                || known.roles().contains(Role.MANAGER)
                                || known.roles().stream().map(Role::group).anyMatch(teams::contains))
                        .orElse(true);
    }
}
