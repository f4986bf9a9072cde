package no.forfall.shared;

import java.time.Instant;
import java.util.Optional;

/** Work that comes due by time. Whoever moves the clock asks every agenda what is next and lets it work. */
public interface Agenda {

    /** When the next work is due, in business time; empty when none waits. */
    Optional<Instant> nextDue();

    /**
     * Does everything that is due now, and returns when nothing due is left.
     *
     * @return how much was done
     */
    int runDue();
}
