package no.forfall.worklist;

/** What a person decides about an effect that stands still. */
public enum Outcome {
    /** The reason is gone; ask the law again. */
    TRY_AGAIN,
    /** Go on without it; nothing is delivered. */
    GO_ON,
    CLOSE_CASE,
    /** It reached the receiver after all. */
    ARRIVED,
    /** It never reached the receiver. */
    SEND_AGAIN
}
