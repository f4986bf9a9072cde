/**
 * What a person changes in a claim by hand: waivers, credit notes, refunds and write-offs. Shows the consequence before
 * anything is booked, keeps who did it and why, and books once however often it is asked to. What settles a claim ends its
 * case, as a payment does.
 *
 * <p>Calls receivables and cases below, and payments for money that waits to be given back. The case file links here.
 */
@NullMarked
@ApplicationModule(
        displayName = "Adjustments",
        allowedDependencies = {"shared", "law", "identity", "ui", "receivables", "cases", "journal", "payments", "api"})
package no.forfall.adjustments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
