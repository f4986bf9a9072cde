package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A plan of so many instalments of the whole amount waits for the approval of a second person. */
public record PlanWaits(CaseNumber caseNumber, int instalments, String amount, LocalDate firstOn)
        implements CaseEvent {}
