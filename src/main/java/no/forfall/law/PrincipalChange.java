package no.forfall.law;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A movement of the principal after the invoice.
 *
 * @param on the day of the payment or booking; that day still bears interest on the principal as it was
 * @param amount negative for payments and credits, positive when the principal grows
 */
public record PrincipalChange(LocalDate on, Money amount) {}
