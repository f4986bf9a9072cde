package no.forfall.notes;

import java.util.List;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * Somebody wrote a note. Its words are in the note alone.
 *
 * @param mentioned user names of whom it calls
 */
public record NoteWritten(CaseNumber caseNumber, long noteId, List<String> mentioned) implements CaseEvent {

    public NoteWritten {
        mentioned = List.copyOf(mentioned);
    }
}
