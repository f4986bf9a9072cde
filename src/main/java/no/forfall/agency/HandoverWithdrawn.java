package no.forfall.agency;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The creditor has called a claim back from the agency, which is told next. */
public record HandoverWithdrawn(CaseNumber caseNumber, UUID handoverId, String reason) implements CaseEvent {}
