package no.forfall.receivables;

import org.joda.money.Money;

/** An invoice with its creditor and debtor, and what is open of its principal. */
public record Claim(Invoice invoice, Money openPrincipal) {}
