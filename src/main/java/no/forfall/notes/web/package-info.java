/** The pages of the room. */
@NullMarked
package no.forfall.notes.web;

import org.jspecify.annotations.NullMarked;
