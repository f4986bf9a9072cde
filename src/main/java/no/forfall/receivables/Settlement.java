package no.forfall.receivables;

import java.util.Map;
import org.joda.money.Money;

/**
 * How an amount was used on an invoice.
 *
 * @param applied what went to each part, only parts that got something
 * @param left what the invoice did not need; zero when all was used
 */
public record Settlement(Map<Part, Money> applied, Money left) {}
