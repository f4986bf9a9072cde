package no.forfall.notes;

import java.time.Instant;
import java.util.List;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * The notes of a case as {@code notes/notes.html} shows them.
 *
 * @param caseNumber of the case
 * @param pinned what stays at the top of the page
 * @param newest the newest first
 * @param more how many older ones are not shown
 * @param people who can be called, as JSON: a list of {@code {"user": …, "name": …}}
 */
public record NotesView(CaseNumber caseNumber, List<Line> pinned, List<Line> newest, long more, String people) {

    /**
     * A note.
     *
     * @param text null once it is erased
     * @param author the name of whoever wrote it
     * @param before what it said before it was corrected, the newest first
     * @param correctable whether the person signed in may give it other words
     * @param erasable whether the person signed in may take its words away
     */
    public record Line(
            long id,
            @Nullable String text,
            String author,
            Instant writtenAt,
            @Nullable Instant correctedAt,
            boolean pinned,
            boolean inEvidence,
            List<Note.Version> before,
            boolean correctable,
            boolean erasable) {}
}
