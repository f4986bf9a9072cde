/**
 * Where designers change how cases run: everything that is published, in all its editions, checked and published without
 * a restart; and the texts of letters. Stands on the floor of the desks and calls the engine and the letters below, and the
 * room of the programs' interface beside it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Studio",
        allowedDependencies = {"shared", "engine", "identity", "ui", "api", "cases", "correspondence"})
package no.forfall.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
