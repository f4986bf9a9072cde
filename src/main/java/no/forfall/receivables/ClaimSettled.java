package no.forfall.receivables;

/**
 * Nothing is open on the invoice any more.
 *
 * @param by what settled it: a payment, a credit or a waiver
 */
public record ClaimSettled(long invoiceId, LineKind by) {}
