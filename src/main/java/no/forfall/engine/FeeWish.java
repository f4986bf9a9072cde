package no.forfall.engine;

/** How much an activity wants to charge its fee. */
public enum FeeWish {
    /** It charges none. */
    NONE,
    /** It charges one where the law allows it, and leaves without one where the law does not. */
    IF_ALLOWED,
    /** It does not leave without one: it waits for the day on which the law allows the fee, or a person decides. */
    INSISTED
}
