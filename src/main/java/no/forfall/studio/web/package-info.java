/** The designers' pages, and the same for programs. */
@NullMarked
package no.forfall.studio.web;

import org.jspecify.annotations.NullMarked;
