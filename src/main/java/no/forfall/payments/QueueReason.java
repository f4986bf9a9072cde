package no.forfall.payments;

/** Why a payment, or a rest of it, waits for a person. */
public enum QueueReason {
    OVERPAID,
    ALREADY_PAID,
    CREDITED,
    OTHER_CURRENCY,
    UNKNOWN_REFERENCE,
    AMBIGUOUS_REFERENCE,
    NO_REFERENCE,
    /** It is for several invoices, and the file does not say how much for each. */
    SEVERAL_REFERENCES,
    /** A negative amount. */
    REVERSAL,
    NO_AMOUNT,
    /** A file of another format told of one like it: of the same reference, amount, day and account. */
    TOLD_TWICE,
    /** A person took it back from where it was posted. */
    TAKEN_BACK
}
