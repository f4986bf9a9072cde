package no.forfall.disputes;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The debtor objects to the claim; nothing is demanded until that is decided. */
public record DisputeRaised(CaseNumber caseNumber, UUID dispute, DisputeReason reason, String text)
        implements CaseEvent {}
