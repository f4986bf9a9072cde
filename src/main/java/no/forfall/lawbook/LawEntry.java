package no.forfall.lawbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the law book.
 *
 * @param subject a {@link no.forfall.law.RateKind} for a rate, else the id of a pack of rules
 * @param day the first day of a rate or of an act, or the last day of a review
 * @param value per cent or kroner; null for what is a date only
 * @param source where it was published
 * @param reason why it takes the place of what was known; null for what is new
 * @param decidedBy who confirmed or rejected it; null while it waits
 */
public record LawEntry(
        long id,
        Kind kind,
        String subject,
        LocalDate day,
        @Nullable BigDecimal value,
        String source,
        @Nullable String reason,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public enum Kind {
        RATE,
        REVIEWED_THROUGH,
        IN_FORCE_FROM
    }

    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED
    }
}
