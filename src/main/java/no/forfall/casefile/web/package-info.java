/** The case's pages and its program interface. */
@NullMarked
package no.forfall.casefile.web;

import org.jspecify.annotations.NullMarked;
