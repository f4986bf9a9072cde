package no.forfall.receivables;

/** A new invoice is known; nobody follows it yet. */
public record InvoiceRegistered(long invoiceId) {}
