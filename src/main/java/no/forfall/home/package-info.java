/**
 * Forfall's one folder on disk: who may use it, and the PostgreSQL that lives in it when no other database is named.
 * Calls no other room.
 */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {})
package no.forfall.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
