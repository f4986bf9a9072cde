package no.forfall.engine;

import java.time.Instant;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;

/** A wait has a new end. */
public record TokenMoved(CaseNumber caseNumber, String token, Instant until) implements FlowEvent {

    @Override
    public boolean noteworthy() {
        return false;
    }
}
