package no.forfall.arrangements;

/** How a promise or a plan stands. */
public enum ArrangementState {
    /** A plan that waits for the debtor's yes. */
    PROPOSED,
    /** It is agreed, and its payments are waited for. */
    OPEN,
    /** Everything was paid in time. */
    KEPT,
    /** Something was not paid in time. */
    BROKEN,
    /** Nobody said yes, or the case ended otherwise. */
    LAPSED;

    /** Whether it may still come to something; a case has one such at most. */
    public boolean isLive() {
        return this == PROPOSED || this == OPEN;
    }
}
