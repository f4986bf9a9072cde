package no.forfall.disputes;

/**
 * What the creditor chooses for objections of one reason.
 *
 * @param shown whether the reason is one to choose from
 * @param owner the team that answers, by the name that diagrams use
 * @param daysToAnswer banking days in which we answer
 * @param restGoesOn whether the undisputed rest of the claim is collected while a part is disputed
 * @param evidence what to ask for or to look up
 */
public record DisputeTerms(boolean shown, String owner, int daysToAnswer, boolean restGoesOn, Evidence evidence) {

    /** What shows who is right. */
    public enum Evidence {
        NONE,
        DELIVERY_NOTE,
        ORDER,
        PHOTOS,
        RECEIPT
    }

    /** Where no row of the table fits: a handler answers within a week. */
    static final DisputeTerms USUAL = new DisputeTerms(true, "handler", 5, true, Evidence.NONE);
}
