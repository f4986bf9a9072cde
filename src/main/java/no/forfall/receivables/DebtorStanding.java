package no.forfall.receivables;

/** What a debtor is to those who ask for money. */
public enum DebtorStanding {
    NORMAL,
    /** Bankrupt: the claim is filed with the estate, and nothing is demanded. */
    INSOLVENT,
    /** A dead person, who is not written to; the estate answers for the debt. */
    DECEASED
}
