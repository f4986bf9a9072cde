/** The cockpit's page. */
@NullMarked
package no.forfall.cockpit.web;

import org.jspecify.annotations.NullMarked;
