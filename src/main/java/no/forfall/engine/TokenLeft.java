package no.forfall.engine;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A process of a case has left an element at which it waited. */
public record TokenLeft(CaseNumber caseNumber, String token, String element) implements CaseEvent {

    @Override
    public boolean noteworthy() {
        return false;
    }
}
