package no.forfall.arrangements;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** All that was promised or agreed was paid in time. */
public record ArrangementKept(CaseNumber caseNumber, ArrangementKind arrangement) implements CaseEvent {}
