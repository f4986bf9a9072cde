package no.forfall.receivables;

/** What a line of the ledger is about. Parts are never added to one another. */
public enum Part {
    /** What was invoiced; late interest runs on this alone. */
    PRINCIPAL,
    /** Reminder fees of letters. */
    FEE,
    /** Late interest that a letter has demanded. */
    INTEREST,
    /** The standard compensation for late payment, between businesses. */
    COMPENSATION,
    /** What collecting has cost beyond letters and may be claimed in its own right, such as court and enforcement fees. */
    COSTS
}
