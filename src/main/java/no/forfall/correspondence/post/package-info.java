/** Carries rendered letters out of the house: by SMTP, to an SMS gateway, into the demo's mailbox, or to a printer. */
@NullMarked
package no.forfall.correspondence.post;

import org.jspecify.annotations.NullMarked;
