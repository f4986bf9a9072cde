/**
 * The case that follows one overdue invoice: its number, whether it is open, held or closed and why, and where its
 * processes stand. Calls receivables and policy on its own floor, and the engine, the outbox and the law below.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {"shared", "law", "engine", "outbox", "receivables", "policy", "journal", "identity"})
package no.forfall.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
