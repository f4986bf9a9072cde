/**
 * Readers of payment files, one to a format. Each recognises its format by the content of a file, checks the whole file
 * before anything of it is posted, and then hands out its payments one by one, in bounded memory. What becomes of a payment
 * is decided in the room above.
 */
@NullMarked
package no.forfall.payments.reading;

import org.jspecify.annotations.NullMarked;
