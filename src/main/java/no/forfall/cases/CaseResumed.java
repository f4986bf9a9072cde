package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The case goes on; its waits moved by the days it was held, those of a pause entered afterwards included. */
public record CaseResumed(CaseNumber caseNumber, long daysHeld) implements CaseEvent {}
