package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The creditor may deliver to the debtor of a case again. */
public record DeliveryStopLifted(CaseNumber caseNumber, String reason) implements CaseEvent {}
