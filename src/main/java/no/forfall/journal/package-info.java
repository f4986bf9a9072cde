/**
 * The history of every case: one row for each thing that happened, written in the transaction in which it happened, never
 * changed. Hears every case event; calls the identity room to know who acted.
 */
@NullMarked
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"shared", "identity"})
package no.forfall.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
