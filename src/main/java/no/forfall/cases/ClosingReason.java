package no.forfall.cases;

/** Why a case ended. */
public enum ClosingReason {
    PAID,
    CREDITED,
    WAIVED,
    SETTLED_BY_AGENCY,
    WITHDRAWN,
    WRITTEN_OFF
}
