/** The sign-in page. */
@NullMarked
package no.forfall.identity.web;

import org.jspecify.annotations.NullMarked;
