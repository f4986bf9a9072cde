/**
 * The few small types that every room speaks: money, countries and their banking days, case numbers and case events.
 * Calls no other room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
package no.forfall.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
