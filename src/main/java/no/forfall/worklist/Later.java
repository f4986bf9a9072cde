package no.forfall.worklist;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a person left an item for later, and what brought it back.
 *
 * @param until the moment from which it is in the list again; null when news has brought it back
 * @param by the user name of whoever left it
 * @param news whether a payment or a reply brings it back before that
 * @param wokenBy what news has brought it back; null when none has
 * @param wokenAt when; null as long as the next round has not looked at it
 */
public record Later(
        @Nullable Instant until,
        @Nullable String by,
        boolean news,
        @Nullable Waker wokenBy,
        @Nullable Instant wokenAt) {

    /** Never left for later, or long back. */
    static final Later NEVER = new Later(null, null, false, null, null);

    public boolean isSnoozed(Instant now) {
        return until != null && until.isAfter(now);
    }

    /** What has brought it back; empty while it is away, and when it never was. */
    public Optional<Waker> woken(Instant now) {
        return wokenBy != null || until == null || until.isAfter(now)
                ? Optional.ofNullable(wokenBy)
                : Optional.of(Waker.TIME);
    }

    /** When it came back; null as long as nobody has looked. */
    public @Nullable Instant since() {
        return wokenBy == null ? until : wokenAt;
    }

    /** The moment of a waking is filled in behind people's backs. */
    boolean sameAs(Later other) {
        return new Later(until, by, news, wokenBy, null)
                .equals(new Later(other.until, other.by, other.news, other.wokenBy, null));
    }
}
