package no.forfall.arrangements;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** The debtor asks to pay by so many instalments from that day on. */
public record DebtorAskedForPlan(CaseNumber caseNumber, int instalments, LocalDate firstOn) implements CaseEvent {}
