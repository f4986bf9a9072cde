package no.forfall.policy;

import java.util.Arrays;
import java.util.List;

/**
 * What may stand beside the tables for one customer or invoice. What is agreed can only spare the debtor; what the law
 * forbids stays forbidden.
 */
public enum OverrideKind {

    /** A letter instead of a call. */
    NO_CALL,

    /** Letters without a fee. */
    NO_FEE,

    /** More days to pay than the letter would give. */
    MORE_DAYS,

    /** Not handed over to an agency. */
    NO_HAND_OVER,

    /** The customer counts as another {@link Segment} than its behaviour says. Not agreed, but corrected. */
    SEGMENT;

    /** What a creditor may agree with a debtor. */
    public static List<OverrideKind> agreeable() {
        return Arrays.stream(values()).filter(kind -> kind != SEGMENT).toList();
    }
}
