package no.forfall.disputes;

/** What the debtor says is wrong. */
public enum DisputeReason {
    NOT_RECEIVED,
    WRONG_AMOUNT,
    FAULTY,
    ALREADY_PAID,
    NOT_MINE,
    OTHER
}
