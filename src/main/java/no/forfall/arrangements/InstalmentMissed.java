package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** What was due on that day has not come in full; the plan is broken when it has not by the last day of its grace. */
public record InstalmentMissed(CaseNumber caseNumber, LocalDate dueOn, String missing, LocalDate lastOn)
        implements CaseEvent {}
