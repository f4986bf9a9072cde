package no.forfall.worklist.bulk;

/** What can be done with many rows of the work list. */
public enum BulkAction {
    /** Gives the work to a person. */
    ASSIGN,
    /** Puts it back on the list for anybody. */
    RELEASE,
    /** Leaves it for later. */
    SKIP,
    /** Holds its case; two rows of one case hold it once. */
    HOLD,
    /** Finishes a step that asks for nothing but an outcome. */
    COMPLETE,
    /** Sends the customer a statement of account, one however many of its cases are chosen. */
    LETTER
}
