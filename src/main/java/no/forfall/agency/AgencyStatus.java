package no.forfall.agency;

/** How a claim stands, in an agency's answer. */
public enum AgencyStatus {
    RECEIVED,
    IN_PROGRESS,
    PAID,
    CLOSED,
    REJECTED,
    WITHDRAWN;

    /** What becomes of the hand-over by such an answer. */
    HandoverState after(HandoverState state) {
        return switch (this) {
            case RECEIVED, IN_PROGRESS -> state == HandoverState.PREPARED ? HandoverState.OUT : state;
            case PAID, CLOSED -> HandoverState.SETTLED;
            case REJECTED -> HandoverState.REJECTED;
            case WITHDRAWN -> HandoverState.WITHDRAWN;
        };
    }
}
