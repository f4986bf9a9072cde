package no.forfall.worklist;

/** What brings back what was left for later. */
public enum Waker {
    /** The morning that was chosen has come. */
    TIME,
    PAYMENT,
    /** The debtor has said something: that it is paid, when it will be, that it needs a plan. */
    REPLY,
    /** An objection was raised, answered or decided. */
    OBJECTION,
    LETTER_BACK,
    /** Somebody else wrote a note on the case. */
    NOTE
}
