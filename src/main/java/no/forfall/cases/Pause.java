package no.forfall.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a case stood still. Dates are local dates in the creditor's country; the first and the last day count.
 *
 * @param until the last day that was planned; null when somebody has to end it
 * @param reason a sentence, or the key of a reason that the house offers
 * @param enteredBy user name of who asked for it
 * @param endedOn its last day, which is the day before the first where it was ended at once; null while it lasts
 * @param counts whether waits end later by its days; not where the case went on as if it had not been held
 */
public record Pause(
        Kind kind,
        LocalDate beginsOn,
        @Nullable LocalDate until,
        String reason,
        Instant enteredAt,
        String enteredBy,
        @Nullable LocalDate endedOn,
        boolean counts) {

    /** What a pause is for. */
    public enum Kind {
        /** The case waits for something or for a day. */
        HOLD,
        /** The case waits until somebody lets it go on. */
        STOP,
        /** The debtor is spared for a while. */
        EXEMPTION
    }
}
