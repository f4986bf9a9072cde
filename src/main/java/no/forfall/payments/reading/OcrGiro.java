package no.forfall.payments.reading;

import no.forfall.intake.IncomingFile;

/**
 * Norwegian OCR giro: payments with KID, in records of eighty characters. Layout by the specification of the payment
 * services (Nets, now Mastercard Payment Services), version 4.
 */
final class OcrGiro implements PaymentFormat {

    @Override
    public boolean recognises(Head head) {
        return head.text().matches("(?s)NY\\d{6}.*");
    }

    @Override
    public CheckedFile check(IncomingFile file) {
        read(file, PaymentSink.NOWHERE);
        return sink -> read(file, sink);
    }

    private static void read(IncomingFile file, PaymentSink sink) {
        OcrGiroTransmission transmission = new OcrGiroTransmission(sink);
        FixedRecords.forEach(file, transmission::take);
        transmission.end();
    }
}
