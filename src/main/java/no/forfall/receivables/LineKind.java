package no.forfall.receivables;

/** What a line of the ledger does: the first raises what is owed, the others lower it. */
public enum LineKind {
    CHARGE,
    PAYMENT,
    CREDIT,
    WAIVER
}
