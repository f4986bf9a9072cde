/**
 * The case handler's list of what to do: one row for each step of a process and each effect that waits for a person, in a
 * table of its own that is written in the transaction in which the turn came. Lists never ask the engine; a nightly
 * comparison repairs the table where it ever differs. Much work of one kind is done in runs, which go on in the background. Stands on the floor of the desks and calls the rooms below, the
 * case file beside it for what a screen shows of a case, and the room of the programs' interface.
 */
@NullMarked
@ApplicationModule(
        displayName = "Work list",
        allowedDependencies = {
            "shared",
            "law",
            "engine",
            "outbox",
            "journal",
            "identity",
            "ui",
            "receivables",
            "cases",
            "policy",
            "arrangements",
            "disputes",
            "correspondence",
            "api",
            "casefile",
            "notes"
        })
package no.forfall.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
