package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The case has ended. */
public record CaseClosed(CaseNumber caseNumber, ClosingReason reason) implements CaseEvent {}
