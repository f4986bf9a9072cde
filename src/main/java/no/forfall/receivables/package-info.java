/**
 * What is owed: creditors, debtors, invoices, and a ledger of lines in which principal, reminder fee, interest,
 * compensation and costs are never mixed. Balances are derived from the lines and stored nowhere.
 *
 * <p>Calls the law for interest and the intake for files; it knows nothing of cases.
 */
@NullMarked
@ApplicationModule(
        displayName = "Receivables",
        allowedDependencies = {"shared", "references", "law", "intake", "intake :: reading"})
package no.forfall.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
