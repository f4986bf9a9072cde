/**
 * Lets a coverage-guided fuzzer write files and has them read: whatever it thinks of is read or refused with a reason; nothing
 * crashes, hangs or takes memory without end. Not part of the product.
 */
@NullMarked
package no.forfall.fuzz;

import org.jspecify.annotations.NullMarked;
