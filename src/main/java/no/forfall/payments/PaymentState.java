package no.forfall.payments;

/** Where a payment stands: an invoice took all of it, or something waits for a person. */
public enum PaymentState {
    POSTED,
    QUEUED
}
