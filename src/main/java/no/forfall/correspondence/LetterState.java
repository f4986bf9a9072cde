package no.forfall.correspondence;

/** How far a letter came. */
public enum LetterState {
    /** Rendered and stored, about to leave; rendered anew when it could not. */
    PREPARED,
    /** Left the house. */
    SENT,
    /** Did not leave, because nothing was left to ask for or a person decided so. */
    WITHDRAWN
}
