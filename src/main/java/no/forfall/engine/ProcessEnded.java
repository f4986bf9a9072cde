package no.forfall.engine;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A process of a case has come to an end event; the element is that event's id. */
public record ProcessEnded(CaseNumber caseNumber, String process, String element) implements CaseEvent {}
