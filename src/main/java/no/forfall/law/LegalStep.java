package no.forfall.law;

/** What an activity does in law, from the harmless to the grave. */
public enum LegalStep {

    /** Nothing that presses the debtor: a step within the house, or a letter that only tells. */
    NONE,

    /** A phone call, a friendly reminder, a statement of account. Never bears a fee. */
    CONTACT,

    /** A written reminder; it may bear a fee. Norway: purring. Sweden: betalningspåminnelse. */
    REMINDER,

    /** The last letter before the hand-over; it may bear a fee. Norway: inkassovarsel. Sweden: a reminder announcing it. */
    NOTICE,

    /**
     * The standard compensation for late payment is charged. Norway: forsinkelsesrenteloven § 3 a. Sweden: lag (1981:739)
     * § 4 a.
     */
    COMPENSATION,

    /** The debtor is charged for a plan of instalments. Sweden: lag (1981:739) § 3. Norway knows no such fee. */
    PLAN,

    /** The claim is sent to a collection agency. */
    HAND_OVER;

    boolean mayBearFee() {
        return this == REMINDER || this == NOTICE;
    }

    /** Whether the step presses the debtor beyond a reminder. */
    public boolean isFormal() {
        return this == NOTICE || this == HAND_OVER;
    }

    /** Whether any rule is asked about it. */
    public boolean isWeighedByLaw() {
        return this != NONE && this != CONTACT;
    }
}
