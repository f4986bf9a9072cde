/** Plans for the forms that agree on them, and for programs. */
@NullMarked
package no.forfall.arrangements.web;

import org.jspecify.annotations.NullMarked;
