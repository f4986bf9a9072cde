package no.forfall.receivables;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A line was added to an invoice's ledger.
 *
 * @param on booking day
 * @param amount positive
 */
public record BalanceChanged(long invoiceId, LineKind kind, Part part, Money amount, LocalDate on, String source) {}
