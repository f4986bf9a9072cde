package no.forfall.outbox;

/**
 * An attempt to deliver an effect.
 *
 * @param number which one it is; whoever ends it names it
 * @param begun by the machine's running time, taken before the lease began
 */
record Attempt(QueuedEffect row, Delivery delivery, int number, long begun) {

    Effect effect() {
        return row.effect();
    }

    /** How it ended. */
    sealed interface Ending {

        Attempt attempt();
    }

    /** The receiver took it. */
    record Arrived(Attempt attempt, String receipt) implements Ending {}

    /** It surely did not reach the receiver. */
    record NotTaken(Attempt attempt, NotDelivered refusal) implements Ending {}

    /** Nobody can say. */
    record Lost(Attempt attempt, RuntimeException cause) implements Ending {}
}
