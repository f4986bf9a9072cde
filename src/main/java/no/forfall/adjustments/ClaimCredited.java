package no.forfall.adjustments;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A person recorded a credit note.
 *
 * @param amount with its currency, such as {@code NOK 300.00}
 */
public record ClaimCredited(CaseNumber caseNumber, String creditNote, String amount, String reason)
        implements CaseEvent {}
