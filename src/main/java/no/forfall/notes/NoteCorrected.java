package no.forfall.notes;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The author of a note gave it other words; the ones before are kept. */
public record NoteCorrected(CaseNumber caseNumber, long noteId) implements CaseEvent {}
