package no.forfall.disputes;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The debtor was asked something about an objection, to be answered by the end of a day. */
public record DisputeAsked(CaseNumber caseNumber, UUID dispute, String question, LocalDate answerBy)
        implements CaseEvent {}
