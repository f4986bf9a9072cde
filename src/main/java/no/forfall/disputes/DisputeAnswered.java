package no.forfall.disputes;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The debtor has answered what was asked about an objection. */
public record DisputeAnswered(CaseNumber caseNumber, UUID dispute, String answer) implements CaseEvent {}
