/** Back to the accounts: what was charged and given up here, for the books of the creditor. */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"shared", "references", "ui", "receivables"})
package no.forfall.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
