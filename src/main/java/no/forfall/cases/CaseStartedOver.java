package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The invoice is due on another day, and the case begins anew from it. */
public record CaseStartedOver(CaseNumber caseNumber, LocalDate dueOn) implements CaseEvent {}
