package no.forfall.receivables;

/** What a line of the ledger is about. */
public enum Part {
    PRINCIPAL,
    FEE,
    INTEREST,
    COMPENSATION
}
