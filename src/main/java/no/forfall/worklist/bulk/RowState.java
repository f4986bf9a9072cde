package no.forfall.worklist.bulk;

/** How far a row of a run is. */
public enum RowState {
    /** Not done yet; in a run that was stopped, not done at all. */
    WAITS,
    DONE,
    /** A rule does not allow it. */
    LEFT,
    /** Something unexpected; nothing was changed. */
    FAILED
}
