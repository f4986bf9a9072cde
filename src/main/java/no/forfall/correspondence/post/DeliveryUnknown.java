package no.forfall.correspondence.post;

/** The connection was lost after the message began to go out; nobody can say whether it arrived. */
class DeliveryUnknown extends RuntimeException {

    DeliveryUnknown(String reason, Throwable cause) {
        super(reason, cause);
    }
}
