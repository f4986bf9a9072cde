/**
 * The debtor's own page: what is claimed and why, how to pay it, what comes next, and four ways to answer. Opened by the
 * address in a letter and nothing else; shows one case and no person's address. Calls the acts for what it shows and for the
 * answers, which they work on.
 */
@NullMarked
@ApplicationModule(
        displayName = "Debtor's page",
        allowedDependencies = {
            "shared",
            "law",
            "engine",
            "identity",
            "ui",
            "receivables",
            "cases",
            "correspondence",
            "arrangements",
            "disputes",
            "agency",
            "casefile",
            "api"
        })
package no.forfall.debtorpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
