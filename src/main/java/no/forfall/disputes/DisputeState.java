package no.forfall.disputes;

/** How a dispute stands. */
public enum DisputeState {
    /** Nobody has decided yet; collection stands still. */
    OPEN,
    /** The debtor is right: the claim was credited in full. */
    UPHELD,
    /** The debtor is right in part: some of the claim was credited. */
    PARTLY,
    /** The claim stands as it is. */
    REJECTED,
    /** The case was closed for another reason before anybody decided. */
    LAPSED
}
