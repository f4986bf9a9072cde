package no.forfall.casefile;

/** What can be told of a debtor or a creditor on a case. */
public enum Happening {
    /** The debtor went bankrupt. */
    INSOLVENT,
    /** The debtor died. */
    DECEASED,
    /** The creditor does not want the claim followed. */
    WITHDRAWN,
    /** The creditor shall deliver nothing more to the debtor. */
    DELIVERY_STOP
}
