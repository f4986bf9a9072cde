/**
 * How the engine runs what is due: many jobs of different cases to one transaction, the rest and whatever fails by the
 * engine's own way.
 */
@NullMarked
package no.forfall.engine.running;

import org.jspecify.annotations.NullMarked;
