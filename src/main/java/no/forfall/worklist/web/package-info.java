/** The work list's pages and its program interface. */
@NullMarked
package no.forfall.worklist.web;

import org.jspecify.annotations.NullMarked;
