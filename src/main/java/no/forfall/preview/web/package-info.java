/** The preview as a page and as a file. */
@NullMarked
package no.forfall.preview.web;

import org.jspecify.annotations.NullMarked;
