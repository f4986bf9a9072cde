/** When a diagram's waits end: on a banking day of the creditor's country, at a set time of day. */
@NullMarked
package no.forfall.engine.timing;

import org.jspecify.annotations.NullMarked;
