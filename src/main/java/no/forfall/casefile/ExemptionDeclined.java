package no.forfall.casefile;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A manager does not spare the debtor of a case. */
public record ExemptionDeclined(CaseNumber caseNumber) implements CaseEvent {}
