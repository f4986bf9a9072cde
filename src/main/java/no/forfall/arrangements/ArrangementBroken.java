package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** What was due on that day was not paid in time. */
public record ArrangementBroken(CaseNumber caseNumber, ArrangementKind arrangement, LocalDate dueOn)
        implements CaseEvent {}
