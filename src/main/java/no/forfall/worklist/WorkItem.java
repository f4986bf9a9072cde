package no.forfall.worklist;

import java.time.Instant;
import java.util.List;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param id the step's id, or the key of the effect that stands still
 * @param process the process key; {@code element} the element's id in its diagram, {@code name} its plain name there
 * @param team the group that should do it; null when anybody may
 * @param assignee the user name of whoever has it; null when nobody does
 * @param held whether it stands still because its case is held
 * @param reason why a person must decide or check, as the outbox keeps it; null for steps
 * @param due when it should be done; null when the diagram sets nothing
 * @param doneAt null while it is open
 * @param later whether it was left for later
 */
public record WorkItem(
        String id,
        Kind kind,
        CaseNumber caseNumber,
        String process,
        String element,
        String name,
        @Nullable String team,
        @Nullable String assignee,
        boolean held,
        @Nullable String reason,
        Instant openedAt,
        @Nullable Instant due,
        @Nullable Instant doneAt,
        Later later) {

    /** Never left for later. */
    public WorkItem(
            String id,
            Kind kind,
            CaseNumber caseNumber,
            String process,
            String element,
            String name,
            @Nullable String team,
            @Nullable String assignee,
            boolean held,
            @Nullable String reason,
            Instant openedAt,
            @Nullable Instant due,
            @Nullable Instant doneAt) {
        this(
                id,
                kind,
                caseNumber,
                process,
                element,
                name,
                team,
                assignee,
                held,
                reason,
                openedAt,
                due,
                doneAt,
                Later.NEVER);
    }

    /** What kind of turn it is, and for the last two what a person may answer. */
    public enum Kind {
        /** A step of a process, with a form of its own. */
        STEP,
        /** The law bars an effect. */
        DECIDE(Outcome.TRY_AGAIN, Outcome.GO_ON, Outcome.CLOSE_CASE),
        /** Nobody knows whether an effect was delivered. */
        CHECK_DELIVERY(Outcome.ARRIVED, Outcome.SEND_AGAIN, Outcome.GO_ON);

        private final List<Outcome> outcomes;

        Kind(Outcome... outcomes) {
            this.outcomes = List.of(outcomes);
        }

        public List<Outcome> outcomes() {
            return outcomes;
        }
    }
}
