/**
 * The one door through which effects leave the house: letters, messages, hand-overs. An effect is queued in the
 * transaction of the step that wants it, delivered outside any transaction under its own key, and confirmed back. It is
 * delivered exactly once, or listed as unknown for a person to check; it is never delivered twice.
 *
 * <p>Calls only the shared types.
 */
@NullMarked
@ApplicationModule(displayName = "Outbox", allowedDependencies = "shared")
package no.forfall.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
