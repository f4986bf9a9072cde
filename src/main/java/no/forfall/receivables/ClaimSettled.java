package no.forfall.receivables;

/**
 * Nothing is open on the invoice any more.
 *
 * @param by what settled it: a payment, a credit, a waiver or a write-off
 */
public record ClaimSettled(long invoiceId, LineKind by) {}
