/**
 * Money that came in: reads the files of banks, finds the invoice of each payment by its reference, posts what fits, and queues
 * the rest for a person with the reason. Nothing is posted on a guess.
 *
 * <p>Calls cases and receivables below, and the intake for files.
 */
@NullMarked
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "shared",
            "references",
            "cases",
            "receivables",
            "intake",
            "intake :: reading",
            "journal",
            "identity",
            "api",
            "ui",
            "engine",
            "outbox"
        })
package no.forfall.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
