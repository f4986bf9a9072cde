package no.forfall.arrangements;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A promise or plan came to nothing, since nobody said yes or the case ended otherwise. */
public record ArrangementLapsed(CaseNumber caseNumber, ArrangementKind arrangement) implements CaseEvent {}
