package no.forfall.cases;

import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** What was told of the debtor of a case holds no longer, or was a mistake. */
public record DebtorEventEnded(CaseNumber caseNumber, DebtorStanding standing, String note) implements CaseEvent {}
