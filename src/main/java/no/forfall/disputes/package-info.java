/**
 * Objections to a claim: who raised which, that the case stands still meanwhile, and how it was decided. Tells the law that
 * a claim is disputed and the agency's package what was objected. Calls cases, policy and receivables below; its process is
 * {@code dispute}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Disputes",
        allowedDependencies = {"shared", "law", "engine", "cases", "policy", "receivables", "journal", "identity"})
package no.forfall.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
