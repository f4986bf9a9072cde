/**
 * What a creditor chooses inside the law. The choices are decision tables under {@code processes}; this room gathers the
 * facts that they route on, asks them for the terms of a letter, keeps what was agreed for single customers and
 * invoices, and counts debtors into groups by how they were seen to pay. No choice goes beyond the law: the law is asked after it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"shared", "law", "engine", "receivables"})
package no.forfall.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
