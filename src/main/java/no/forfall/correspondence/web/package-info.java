/** The letters on screen. */
@NullMarked
package no.forfall.correspondence.web;

import org.jspecify.annotations.NullMarked;
