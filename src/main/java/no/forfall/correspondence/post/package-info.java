/** Carries rendered letters out of the house: by SMTP, into the demo's mailbox, or to the printer's folder. */
@NullMarked
package no.forfall.correspondence.post;

import org.jspecify.annotations.NullMarked;
