package no.forfall.agency;

/** How a hand-over stands. */
public enum HandoverState {
    /** The package is made; nobody knows yet that it arrived. */
    PREPARED,
    /** The claim is with the agency. */
    OUT,
    /** The claim was called back and the agency is being told. */
    WITHDRAWING,
    /** The claim is the creditor's to follow again. */
    WITHDRAWN,
    /** The claim is settled, through the agency or past it. */
    SETTLED,
    /** The agency did not take the claim. */
    REJECTED;

    /** Whether the agency may be working on the claim. */
    public boolean isLive() {
        return this == PREPARED || this == OUT || this == WITHDRAWING;
    }
}
