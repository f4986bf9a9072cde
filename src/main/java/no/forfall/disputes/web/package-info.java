/** The disputes over HTTP. */
@NullMarked
package no.forfall.disputes.web;

import org.jspecify.annotations.NullMarked;
