package no.forfall.outbox;

/** The receiver did not take the effect, and that is certain. */
public class NotDelivered extends RuntimeException {

    public NotDelivered(String reason) {
        super(reason);
    }

    public NotDelivered(String reason, Throwable cause) {
        super(reason, cause);
    }
}
