package no.forfall.receivables;

import java.util.List;

/** New invoices are known; nobody follows them yet. */
public record InvoicesRegistered(List<Long> invoiceIds) {}
