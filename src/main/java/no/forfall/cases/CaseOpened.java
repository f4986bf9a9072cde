package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** A case follows an invoice from now on. */
public record CaseOpened(CaseNumber caseNumber, String invoiceNumber, LocalDate dueOn, String amount)
        implements CaseEvent {}
