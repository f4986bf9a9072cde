package no.forfall.law;

/** Where in the house a rule is applied. */
public enum RulePlace {
    /** Asked before every reminder, notice, compensation and hand-over. */
    STEP,
    /** In the amount of a fee. */
    FEE,
    /** In the counting of late interest. */
    INTEREST,
    /** In the amount of the compensation. */
    COMPENSATION,
    /** In how letters are written, addressed and kept. */
    LETTER,
    /** In how the ledger keeps its parts. */
    LEDGER,
    /** In what is told to and taken from the agency. */
    AGENCY,
    /** By people; the house only says it. */
    PERSON
}
