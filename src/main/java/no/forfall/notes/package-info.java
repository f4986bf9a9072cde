/**
 * What the people of the house write down and keep on a case: notes that call colleagues, and files. Internal: nothing of it
 * reaches a debtor, a letter or an agency, and the evidence only what somebody ticked. Calls cases and disputes below and the
 * program interface beside it; the case file and the work list show it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Notes",
        allowedDependencies = {"shared", "identity", "ui", "cases", "disputes", "api"})
package no.forfall.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
