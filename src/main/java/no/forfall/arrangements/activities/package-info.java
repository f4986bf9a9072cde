/** What diagrams can do with promises, plans and answers. */
@NullMarked
package no.forfall.arrangements.activities;

import org.jspecify.annotations.NullMarked;
