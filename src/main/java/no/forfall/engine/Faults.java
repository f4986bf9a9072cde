package no.forfall.engine;

import java.util.List;
import java.util.Optional;

/** Jobs that have given up. They stand still until somebody has removed the cause and lets them run again. */
public interface Faults {

    /** The faults, oldest first, at most the given number. */
    List<Fault> all(int most);

    long count();

    /**
     * Runs the job now, in a transaction of its own.
     *
     * @return why it failed again; empty when it went through, or when somebody else made it go through meanwhile
     */
    Optional<String> retry(String id);
}
