/** The pages of the adjustments and their program interface. */
@NullMarked
package no.forfall.adjustments.web;

import org.jspecify.annotations.NullMarked;
