package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** Where the debtor of the case is reached may be seen again; told for each of its open cases. */
public record AddressProtectionEnded(CaseNumber caseNumber, String reason) implements CaseEvent {}
