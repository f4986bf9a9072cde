package no.forfall.engine;

import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;

/** A process of a case has left an element at which it waited. */
public record TokenLeft(CaseNumber caseNumber, String token, String element) implements FlowEvent {

    @Override
    public boolean noteworthy() {
        return false;
    }
}
