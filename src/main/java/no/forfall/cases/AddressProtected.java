package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** From now on nobody sees where the debtor of the case is reached; told for each of its open cases. */
public record AddressProtected(CaseNumber caseNumber, String reason) implements CaseEvent {}
