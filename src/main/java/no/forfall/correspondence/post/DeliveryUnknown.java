package no.forfall.correspondence.post;

import org.jspecify.annotations.Nullable;

/** The connection was lost after the message began to go out; nobody can say whether it arrived. */
class DeliveryUnknown extends RuntimeException {

    DeliveryUnknown(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
