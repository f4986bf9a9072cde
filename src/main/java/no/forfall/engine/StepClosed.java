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
 * @param outcome what its form calls {@code outcome}, and {@code note} what it calls note; null where it has none
 */
public record StepClosed(
        CaseNumber caseNumber,
        String stepId,
        String process,
        String element,
        String name,
        boolean completed,
        @Nullable String person,
        @Nullable String outcome,
        @Nullable String note)
        implements FlowEvent {}
