/**
 * What debtors answer, and what is agreed with them: that they have paid, that they promise to pay on a day, that they need
 * to pay by instalments. The case stands still as long as an answer is open; promises and plans are kept or broken by what
 * is paid. Calls cases and receivables below; its process is {@code debtor-answer}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Arrangements",
        allowedDependencies = {"shared", "law", "engine", "ui", "cases", "receivables", "policy", "journal", "identity"
        })
package no.forfall.arrangements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
