package no.forfall.receivables;

/** The ledger of an invoice is about to change; whoever guards the invoice locks it now, before it is read. */
public record InvoiceChanging(long invoiceId) {}
