package no.forfall.adjustments;

import no.forfall.receivables.Part;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A person gave up a part of the claim, or some of it.
 *
 * @param amount with its currency, such as {@code NOK 38.00}
 */
public record ChargeWaived(CaseNumber caseNumber, Part part, String amount, String reason) implements CaseEvent {}
