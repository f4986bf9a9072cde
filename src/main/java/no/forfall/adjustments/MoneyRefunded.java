package no.forfall.adjustments;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A person gave money back that was paid or credited beyond the claim.
 *
 * @param amount with its currency, such as {@code NOK 300.00}
 */
public record MoneyRefunded(CaseNumber caseNumber, String amount, String reason) implements CaseEvent {}
