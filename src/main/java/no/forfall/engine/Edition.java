package no.forfall.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a diagram, decision table or form.
 *
 * @param id names the edition
 * @param key the process or decision key; for a form its id
 * @param file the file name it was published under
 * @param house whether it came with Forfall; otherwise a designer published it
 * @param author who published it; null for house editions
 */
public record Edition(
        String id,
        Kind kind,
        String key,
        String name,
        int version,
        String file,
        boolean house,
        @Nullable String author,
        String note,
        Instant at) {

    /** What can be published. */
    public enum Kind {
        PROCESS,
        DECISION,
        FORM
    }
}
