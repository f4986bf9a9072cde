package no.forfall.adjustments;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A person wrote the rest of the claim off.
 *
 * @param amount with its currency, such as {@code NOK 1038.00}
 */
public record ClaimWrittenOff(CaseNumber caseNumber, String amount, String reason) implements CaseEvent {}
