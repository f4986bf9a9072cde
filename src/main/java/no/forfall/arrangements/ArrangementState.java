package no.forfall.arrangements;

/** How a promise or a plan stands. */
public enum ArrangementState {
    /** A plan that a second person has not approved yet; it does not count. */
    WAITING,
    /** A plan that waits for the debtor's yes. */
    PROPOSED,
    /** It is agreed, and its payments are waited for. */
    OPEN,
    /** Everything was paid in time. */
    KEPT,
    /** Of a promise something was paid in time, and not all. */
    PARTLY,
    /** Nothing of a promise was paid in time, or not all that was due of a plan. */
    BROKEN,
    /** Nobody said yes, or the case ended otherwise. */
    LAPSED;

    /** Whether it may still come to something; a case has one such at most. */
    public boolean isLive() {
        return this == WAITING || this == PROPOSED || this == OPEN;
    }

    /** Whether less was paid than was said. */
    public boolean isFailed() {
        return this == PARTLY || this == BROKEN;
    }
}
