package no.forfall.worklist;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A person undid that a case was left for later. */
public record StepBroughtBack(CaseNumber caseNumber, String name) implements CaseEvent {}
