package no.forfall.outbox;

/** Where an effect is on its way out. */
public enum EffectState {
    /** Waits for its time or for its turn. */
    QUEUED,
    /** Waits until its case is resumed. */
    HELD,
    /** Waits for a person, because a rule bars it. */
    BARRED,
    /** Is being delivered under a lease. */
    SENDING,
    /** Its delivery began and nobody can say how it ended; a person checks. */
    UNKNOWN,
    /** Reached the receiver; the step has not heard yet. */
    DELIVERED,
    /** Reached the receiver, and the step knows. */
    CONFIRMED,
    /** Will not be delivered. */
    WITHDRAWN
}
