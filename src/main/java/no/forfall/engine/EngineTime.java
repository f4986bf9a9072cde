package no.forfall.engine;

import java.time.Instant;
import java.util.Optional;

/** The engine's timers, for whoever moves the clock. */
public interface EngineTime {

    /** When the next timer of a running process is due; empty when none waits. */
    Optional<Instant> nextDue();

    /**
     * Runs every timer and job that is due, one by one, and returns when none is left. Jobs that fail are left to their
     * retries.
     *
     * @return how many ran
     */
    int runDue();

    /** Lets nobody else run jobs until the work is done. */
    <T> T alone(java.util.function.Supplier<T> work);
}
