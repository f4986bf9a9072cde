/** What diagrams can do about a letter that came back. */
@NullMarked
package no.forfall.correspondence.activities;

import org.jspecify.annotations.NullMarked;
