package no.forfall.worklist;

import java.time.Instant;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A person left a case for later. */
public record StepSkipped(CaseNumber caseNumber, String name, String reason, Instant until) implements CaseEvent {}
