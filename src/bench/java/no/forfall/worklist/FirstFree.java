package no.forfall.worklist;

import java.time.Instant;
import java.util.Set;

/** What finding the next item costs by itself, without handing it to anybody. */
public final class FirstFree {

    private FirstFree() {}

    /** Locks the first free item until the transaction ends. */
    public static WorkItem lock(OpenItems items, Set<String> teams, Instant now) {
        return items.lockFirstFree(teams, now).orElseThrow();
    }
}
