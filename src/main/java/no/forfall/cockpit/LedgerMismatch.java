package no.forfall.cockpit;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * The nightly check found that the books of a case do not tie.
 *
 * @param check what does not tie, such as {@code BALANCE}
 * @param expected with its currency, such as {@code NOK 38.00}
 * @param found with its currency
 */
public record LedgerMismatch(CaseNumber caseNumber, String check, String expected, String found) implements CaseEvent {}
