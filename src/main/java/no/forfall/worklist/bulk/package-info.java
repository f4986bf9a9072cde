/**
 * Much work of one kind at once: rows are chosen by a filter or by hand, what would happen to each is said beforehand, and a run
 * works them off in the background, on any node, each row in a transaction of its own.
 */
@NullMarked
package no.forfall.worklist.bulk;

import org.jspecify.annotations.NullMarked;
