package no.forfall.engine;

import java.time.Instant;
import no.forfall.engine.timing.Landing;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * A wait that pauses have moved. Each further one is counted from the end that was planned first, so that weekends and
 * holidays between do not add up.
 *
 * @param planned when it would have ended without any pause
 * @param days how many days it has been moved
 */
record PausedWait(Instant planned, long days) {

    /** The variable of the wait's execution that carries the {@link #text}. */
    static final String VARIABLE = "pausedWait";

    /** @param text what the wait carries; it counts only when the wait ends where that says, and nobody moved it since */
    static PausedWait of(@Nullable Object text, Instant ends, Country country, Landing landing) {
        if (text != null) {
            String[] parts = text.toString().split(" ");
            PausedWait moved = new PausedWait(Instant.parse(parts[0]), Long.parseLong(parts[1]));
            if (moved.ends(country, landing).equals(ends)) {
                return moved;
            }
        }
        return new PausedWait(ends, 0);
    }

    PausedWait plus(long more) {
        return new PausedWait(planned, days + more);
    }

    Instant ends(Country country, Landing landing) {
        return landing.later(country, planned, days);
    }

    String text() {
        return planned + " " + days;
    }
}
