/** What diagrams can do with a dispute. */
@NullMarked
package no.forfall.disputes.activities;

import org.jspecify.annotations.NullMarked;
