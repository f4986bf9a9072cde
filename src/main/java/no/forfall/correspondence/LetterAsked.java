package no.forfall.correspondence;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A person has a letter sent that only tells, such as a statement of account. */
public record LetterAsked(CaseNumber caseNumber, LetterType letterType) implements CaseEvent {}
