package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** Of what was promised for that day something was paid in time, and something is missing; amounts with their currency. */
public record PromisePartlyKept(CaseNumber caseNumber, LocalDate dueOn, String paid, String missing)
        implements CaseEvent {}
