/**
 * The only room that knows Camunda. It offers activities to diagrams, keeps every way for code in a diagram closed, asks
 * the law before an activity runs, and tells the other rooms in events what the process does. The rooms above speak to it
 * in case numbers and names of the diagram, never in the engine's own types.
 */
@NullMarked
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"shared", "law", "outbox", "identity", "home"})
package no.forfall.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
