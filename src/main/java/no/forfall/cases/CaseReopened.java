package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A case that had ended is followed again, since what ended it was taken back. */
public record CaseReopened(CaseNumber caseNumber) implements CaseEvent {}
