package no.forfall.policy;

/** What may be agreed for one customer or invoice. Each can only spare the debtor; what the law forbids stays forbidden. */
public enum OverrideKind {

    /** A letter instead of a call. */
    NO_CALL,

    /** Letters without a fee. */
    NO_FEE,

    /** More days to pay than the letter would give. */
    MORE_DAYS,

    /** Not handed over to an agency. */
    NO_HAND_OVER
}
