/** The doors of the intake: a page for people, an interface for programs. */
@NullMarked
package no.forfall.intake.web;

import org.jspecify.annotations.NullMarked;
