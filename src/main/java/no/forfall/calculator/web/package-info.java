/** The calculator's pages and its program interface. */
@NullMarked
package no.forfall.calculator.web;

import org.jspecify.annotations.NullMarked;
