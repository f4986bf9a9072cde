package no.forfall.law;

/** What a rule can make of a step. */
public enum Outcome {
    /** The letter goes without a fee. */
    WITHOUT_FEE,
    /** The letter goes without a fee and in the form that announces the hand-over. */
    AS_ANNOUNCEMENT,
    /** Refused until a date. */
    LATER,
    /** Refused until a person decides. */
    PERSON
}
