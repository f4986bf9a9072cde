/**
 * What a creditor chooses inside the law. The choices themselves are decision tables under {@code processes}; this room
 * gathers the facts that they route on.
 */
@NullMarked
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"shared", "law", "receivables"})
package no.forfall.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
