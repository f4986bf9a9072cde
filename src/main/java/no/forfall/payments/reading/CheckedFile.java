package no.forfall.payments.reading;

/** A file that is whole, to be read again for what it says. */
@FunctionalInterface
public interface CheckedFile {

    void read(PaymentSink sink);
}
