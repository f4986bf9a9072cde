package no.forfall.receivables;

/** How well the creditor knows a debtor; decision tables route on it. */
public enum Relation {
    NEW,
    KNOWN,
    GOOD
}
