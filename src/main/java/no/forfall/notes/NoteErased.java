package no.forfall.notes;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The words of a note are gone for good, with all that it said before. */
public record NoteErased(CaseNumber caseNumber, long noteId) implements CaseEvent {}
