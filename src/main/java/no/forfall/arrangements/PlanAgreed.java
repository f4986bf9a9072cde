package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A plan of so many instalments of the whole amount is agreed; the first is due on that day. */
public record PlanAgreed(CaseNumber caseNumber, int instalments, String amount, LocalDate firstOn)
        implements CaseEvent {}
