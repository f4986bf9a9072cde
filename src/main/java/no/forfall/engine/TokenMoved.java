package no.forfall.engine;

import java.time.Instant;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A wait has a new end. */
public record TokenMoved(CaseNumber caseNumber, String token, Instant until) implements CaseEvent {

    @Override
    public boolean noteworthy() {
        return false;
    }
}
