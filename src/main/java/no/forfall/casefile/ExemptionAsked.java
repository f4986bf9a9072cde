package no.forfall.casefile;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/** Somebody asks a manager to spare the debtor of a case through a day. */
public record ExemptionAsked(CaseNumber caseNumber, String reason, LocalDate until) implements CaseEvent {}
