package no.forfall.engine;

import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;

/** A process of a case has come to an end event; the element is that event's id. */
public record ProcessEnded(CaseNumber caseNumber, String process, String element) implements FlowEvent {}
