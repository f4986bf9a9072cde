package no.forfall.casefile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.forfall.notes.Note;
import no.forfall.notes.Notes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts the words of notes into a timeline, which knows only that they were written. Whoever shows a timeline outside the
 * house asks for the ticked ones alone, or for none.
 */
@Component
public class NotesOnTimeline {

    private static final String WRITTEN = "NoteWritten";

    private final Notes notes;

    NotesOnTimeline(Notes notes) {
        this.notes = notes;
    }

    /** The same entries, with every note that is not erased. */
    public List<TimelineEntry> in(List<TimelineEntry> entries) {
        return in(entries, note -> true);
    }

    /** The same entries, with the notes that somebody wants in the evidence. */
    List<TimelineEntry> ticked(List<TimelineEntry> entries) {
        return in(entries, Note::inEvidence);
    }

    private List<TimelineEntry> in(List<TimelineEntry> entries, Predicate<Note> shown) {
        List<Long> ids = entries.stream()
                .filter(entry -> entry.event().equals(WRITTEN))
                .map(NotesOnTimeline::noteId)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, Note> written = notes.among(ids).stream()
                .filter(note -> note.text() != null && shown.test(note))
                .collect(Collectors.toMap(Note::id, note -> note));
        return entries.stream().map(entry -> told(entry, written)).toList();
    }

    private static TimelineEntry told(TimelineEntry entry, Map<Long, Note> written) {
        Note note = entry.event().equals(WRITTEN) ? written.get(noteId(entry)) : null;
        return note == null ? entry : entry.detailed(note.text());
    }

    private static @Nullable Long noteId(TimelineEntry entry) {
        return entry.facts().get("noteId") instanceof Number id ? Long.valueOf(id.longValue()) : null;
    }
}
