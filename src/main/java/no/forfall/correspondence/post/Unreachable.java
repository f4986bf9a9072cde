package no.forfall.correspondence.post;

import no.forfall.outbox.NotDelivered;

/** Nobody took the connection; nothing was delivered, and the next letter would fare the same. */
class Unreachable extends NotDelivered {

    Unreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
