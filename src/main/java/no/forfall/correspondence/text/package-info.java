/**
 * Puts a letter in words and gives it its three shapes: plain text, a mail in HTML and a page in PDF, all from one template
 * and one set of amounts. For the room of letters only.
 */
@NullMarked
package no.forfall.correspondence.text;

import org.jspecify.annotations.NullMarked;
