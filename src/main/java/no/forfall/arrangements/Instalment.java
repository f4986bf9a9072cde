package no.forfall.arrangements;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A part of what is paid.
 *
 * @param dueOn a banking day of the creditor's country
 * @param amount in the invoice's currency
 */
public record Instalment(LocalDate dueOn, Money amount) {}
