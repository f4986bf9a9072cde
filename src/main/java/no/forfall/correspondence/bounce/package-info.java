/** Reports of mail servers that a mail was not delivered (RFC 3464). What they say comes from outside and is not trusted. */
@NullMarked
package no.forfall.correspondence.bounce;

import org.jspecify.annotations.NullMarked;
