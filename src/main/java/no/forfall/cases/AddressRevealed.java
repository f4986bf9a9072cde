package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A person who may looked where a debtor with a protected address is reached. */
public record AddressRevealed(CaseNumber caseNumber) implements CaseEvent {}
