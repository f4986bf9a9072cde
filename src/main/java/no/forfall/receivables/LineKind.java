package no.forfall.receivables;

/** What a line of the ledger does to what is open on its part. */
public enum LineKind {
    /** Raises it: an invoice, a fee, interest that is demanded. */
    CHARGE,
    /** Lowers it: the debtor or the agency has paid. */
    PAYMENT,
    /** Lowers it: a credit note; the claim was too high from the beginning. */
    CREDIT,
    /** Lowers it: the creditor gives up a claim that it has, for good. */
    WAIVER,
    /** Lowers it: of a compensation and the fees for the same delay only the larger is recovered, never the sum. */
    OFFSET,
    /** Lowers it: the letter that charged it did not reach the debtor. What it charged may be charged anew. */
    RETURNED,
    /** Lowers it: the creditor no longer expects the money. The debt is not forgiven, but nothing more is asked for here. */
    WRITE_OFF,
    /** Raises it again to zero at most: what the debtor paid, or was credited, beyond the claim was given back. */
    REFUND,
    /** Raises it again: a payment was booked here that was not meant for it, or that the bank took back. */
    REVERSAL;

    /** Whether such a line raises what is open; all others lower it. */
    public boolean raises() {
        return this == CHARGE || this == REFUND || this == REVERSAL;
    }
}
