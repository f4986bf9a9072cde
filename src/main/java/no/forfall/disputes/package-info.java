/**
 * Objections to a claim or a part of it: who raised which, what of the claim stands still meanwhile, what the debtor was asked,
 * and how it was decided. Tells the law what is disputed and the agency's package what was objected. Calls cases, policy and
 * receivables below; its process is {@code dispute}, its table {@code dispute-reasons}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Disputes",
        allowedDependencies = {"shared", "law", "engine", "cases", "policy", "receivables", "journal", "identity"})
package no.forfall.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
