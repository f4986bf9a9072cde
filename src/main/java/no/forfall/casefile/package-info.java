/**
 * Everything about one case on one screen, and the search that finds it: who owes what to whom, where the processes
 * stand, what is planned and what the law does not allow yet, and the timeline. Reads only, but for hold and resume. The
 * rooms of letters, payments and disputes lie below and are asked for their parts of the screen. Uses the
 * rooms of the programs' interface and of notes beside it; the other desks show cases through this room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Case file",
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
            "correspondence",
            "arrangements",
            "disputes",
            "payments",
            "api",
            "notes"
        })
package no.forfall.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
