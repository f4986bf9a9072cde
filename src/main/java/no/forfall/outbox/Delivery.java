package no.forfall.outbox;

/** Carries a prepared effect out of the house, outside any transaction. */
@FunctionalInterface
public interface Delivery {

    /**
     * @return a receipt of the receiver, such as a message number; may be empty
     * @throws NotDelivered when it surely did not reach the receiver; it is tried again later
     * @throws RuntimeException when nobody can say whether it did
     */
    String deliver();
}
