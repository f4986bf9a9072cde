package no.forfall.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text of a letter that was written here.
 *
 * @param version rises by one for each text of the letter in that language
 * @param author user name
 * @param findings the phrases that the gate refused and a second person is asked to let pass; empty when there were none
 * @param decidedBy who let it pass or turned it down; null when nobody was asked or has answered
 */
public record LetterText(
        LetterType type,
        String language,
        int version,
        String source,
        String note,
        String author,
        Instant at,
        State state,
        String findings,
        @Nullable String decidedBy) {

    /** Whether letters are written with it. */
    public enum State {
        /** It was published; the newest of these is in force. */
        PUBLISHED,
        /** Another person has to let its words pass. */
        WAITING,
        /** Another person did not. */
        TURNED_DOWN
    }
}
