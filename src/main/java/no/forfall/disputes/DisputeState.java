package no.forfall.disputes;

/** How a dispute stands. */
public enum DisputeState {
    /** Nobody has decided yet; what is disputed is not collected. */
    OPEN,
    /** The debtor is right: what was disputed is credited in full. */
    UPHELD,
    /** The debtor is right in part: some of what was disputed is credited. */
    PARTLY,
    /** The invoice was wrong: it has a new due date, and what being late had cost is dropped. */
    CORRECTED,
    /** The claim stands as it is. */
    REJECTED,
    /** The principal stands; there was reason to have the objection tried, and what being late had cost until then is dropped. */
    REJECTED_WAIVED,
    /** The case was closed for another reason before anybody decided. */
    LAPSED;

    /** Whether no fee or compensation is charged after it on what is left of the claim (inkassoloven § 17, lag 1981:739 § 4). */
    boolean barsCharges() {
        return this == UPHELD || this == PARTLY;
    }

    /** Whether somebody has decided. */
    public boolean isDecided() {
        return this != OPEN && this != LAPSED;
    }
}
