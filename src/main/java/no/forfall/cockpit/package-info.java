/**
 * The manager's desk: a few key figures, where all cases stand in the process, how old the open principal is, and what has
 * stopped working or was stopped by the law, and whether the books tie. Reads what the rooms below keep; every number leads
 * to the list behind it, in the case file or on the work list beside it. The only thing it does is to let jobs that gave up run again.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cockpit",
        allowedDependencies = {
            "shared",
            "law",
            "engine",
            "outbox",
            "identity",
            "ui",
            "receivables",
            "cases",
            "api",
            "casefile",
            "worklist",
            "payments"
        })
package no.forfall.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
