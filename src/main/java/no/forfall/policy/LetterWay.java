package no.forfall.policy;

/** The way on which a creditor wants a letter to leave, where it leads to the debtor and the law lets it. */
public enum LetterWay {
    EMAIL,
    PRINT,
    SMS
}
