package no.forfall.cases;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The creditor shall deliver nothing more to the debtor of a case. */
public record DeliveryStopped(CaseNumber caseNumber, String reason) implements CaseEvent {}
