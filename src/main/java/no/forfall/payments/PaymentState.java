package no.forfall.payments;

/** Where a payment stands: all of it has found its place, or something waits for a person. */
public enum PaymentState {
    POSTED,
    QUEUED
}
