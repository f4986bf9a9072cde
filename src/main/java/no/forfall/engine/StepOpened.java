package no.forfall.engine;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/**
 * A person's turn has come.
 *
 * @param element the id of the user task in its diagram
 * @param name its name in the diagram
 * @param team the candidate group; null when the diagram names none
 * @param due when it should be done; null when the diagram sets nothing
 */
public record StepOpened(
        CaseNumber caseNumber,
        String stepId,
        String process,
        String element,
        String name,
        @Nullable String team,
        @Nullable Instant due)
        implements FlowEvent {}
