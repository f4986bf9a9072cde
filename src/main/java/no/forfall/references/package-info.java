/**
 * The numbers by which the Nordic countries tell payments, firms and accounts from each other, and their check digits: KID
 * and OCR numbers, organisation numbers, account numbers. Pure functions on text, in which leading zeros count.
 *
 * <p>A room of the ground, because invoices, payments and the demo need it and none of them lies below the others. Calls no
 * other room.
 */
@NullMarked
@ApplicationModule(
        displayName = "References",
        allowedDependencies = {})
package no.forfall.references;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
