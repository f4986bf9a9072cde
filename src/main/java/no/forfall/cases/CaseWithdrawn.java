package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The creditor does not want its claim followed any more. */
public record CaseWithdrawn(CaseNumber caseNumber, String reason) implements CaseEvent {}
