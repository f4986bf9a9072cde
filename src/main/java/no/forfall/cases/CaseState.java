package no.forfall.cases;

/** How a case stands. */
public enum CaseState {
    OPEN,
    HELD,
    CLOSED
}
