package no.forfall.arrangements;

/** What was arranged. */
public enum ArrangementKind {
    /** The whole on one day. */
    PROMISE,
    /** The whole by instalments. */
    PLAN
}
