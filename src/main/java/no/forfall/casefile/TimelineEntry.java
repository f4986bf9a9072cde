package no.forfall.casefile;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a case, as a sentence in the reader's language.
 *
 * @param id its number in the journal; older entries have smaller ones
 * @param event the name it has in the journal, such as {@code CaseHeld}
 * @param kind the sign it wears: letter, payment, step, hold, resume, dispute, note, law, fault, closed or info
 * @param detail a second sentence; null when there is none
 * @param who the name of the person who did it; null when nobody did
 * @param facts what the event said, by name
 */
public record TimelineEntry(
        long id,
        String event,
        String kind,
        String text,
        @Nullable String detail,
        @Nullable String who,
        Instant at,
        Map<String, Object> facts) {

    /** The same with another second sentence. */
    TimelineEntry detailed(@Nullable String other) {
        return new TimelineEntry(id, event, kind, text, other, who, at, facts);
    }

    /** Where a page leads from here; nowhere yet. */
    public @Nullable String href() {
        return null;
    }
}
