/** The agency's way in, and the hand-overs over HTTP. */
@NullMarked
package no.forfall.agency.web;

import org.jspecify.annotations.NullMarked;
