/** The pages and the interface for programs on which people place what waits. */
@NullMarked
package no.forfall.payments.web;

import org.jspecify.annotations.NullMarked;
