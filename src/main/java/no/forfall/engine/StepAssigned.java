package no.forfall.engine;

import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/** A step has a new owner; null when it was given back. */
public record StepAssigned(
        CaseNumber caseNumber, String stepId, @Nullable String person) implements FlowEvent {}
