package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** Somebody promises to pay, on that day, the amount with its currency. */
public record PromiseMade(CaseNumber caseNumber, String amount, LocalDate dueOn) implements CaseEvent {}
