package no.forfall.cases;

import java.time.LocalDate;
import no.forfall.receivables.DebtorStanding;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The debtor of a case went bankrupt or died; told for each of its open cases. */
public record DebtorBecame(CaseNumber caseNumber, DebtorStanding standing, LocalDate happenedOn, String note)
        implements CaseEvent {}
