package no.forfall.payments.reading;

import no.forfall.intake.reading.Sentence;

/** Counts the entries of a file that are no payments to us, or not yet. */
final class CamtPassedOver {

    private int debits;
    private int notBooked;

    void debit() {
        debits++;
    }

    void notBooked() {
        notBooked++;
    }

    void tell(PaymentSink sink) {
        if (debits + notBooked > 0) {
            sink.notice(Place.WHOLE_FILE.notice(null, Sentence.of("intake.camt.passed", debits, notBooked), null));
        }
    }
}
