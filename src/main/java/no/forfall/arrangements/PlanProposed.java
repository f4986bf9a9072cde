package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A plan of so many instalments of the whole amount waits for the debtor's yes; the first is due on that day. */
public record PlanProposed(CaseNumber caseNumber, int instalments, String amount, LocalDate firstOn)
        implements CaseEvent {}
