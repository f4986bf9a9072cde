package no.forfall.engine.running;

import java.util.Collection;
import java.util.Set;

/** Locks, until the transaction ends, those of some cases that nobody holds at this moment; waits for none. */
@FunctionalInterface
public interface CaseLocks {

    /**
     * @param caseNumbers business keys of processes; those that are no cases are left out
     * @return the ones that are locked now
     */
    Set<String> lockFree(Collection<String> caseNumbers);
}
