package no.forfall.outbox;

/** Knows what effects mean. There is one, and it is asked in this order: weigh, prepare, deliver, delivered, confirm. */
public interface EffectHandler {

    /**
     * Tells, in the transaction that queues the effect, what would become of it if it left now. It only asks: what leaves is
     * decided by {@link #prepare}.
     */
    Preparation weigh(Effect effect);

    /**
     * Decides in a transaction, at the moment of sending, whether the effect goes out, and stores under its key exactly
     * what will.
     */
    Preparation prepare(Effect effect);

    /**
     * Carries the effect out, outside any transaction.
     *
     * @return a receipt of the receiver, such as a message number; may be empty
     * @throws NotDelivered when it surely did not reach the receiver; it is tried again later
     * @throws RuntimeException when nobody can say whether it did
     */
    String deliver(Effect effect);

    /** Whether the receiver recognises the key, so that delivering a second time is the same as once. */
    boolean repeatable(Effect effect);

    /**
     * Records in a transaction that the effect was delivered.
     *
     * @return facts for the process, as JSON
     */
    String delivered(Effect effect, String receipt);

    /**
     * Tells the waiting step, in a transaction.
     *
     * @param facts what {@link #delivered} returned
     * @return false when the step cannot hear it now (its case is held); asked again when the case is resumed
     */
    boolean confirm(Effect effect, String facts);
}
