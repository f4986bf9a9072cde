package no.forfall.engine;

import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/**
 * A person's turn has ended.
 *
 * @param name the name of the user task in its diagram
 * @param completed false when the process took it back, such as after a payment
 * @param person who completed it; null when nobody did
 */
public record StepClosed(
        CaseNumber caseNumber,
        String stepId,
        String process,
        String element,
        String name,
        boolean completed,
        @Nullable String person)
        implements FlowEvent {}
