package no.forfall.policy;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** An override was ended before its last day. */
public record OverrideEnded(CaseNumber caseNumber, OverrideKind override, boolean wholeCustomer) implements CaseEvent {}
