package no.forfall.payments.reading;

import no.forfall.fuzz.Fuzzed;

/** Payment files of every format; the samples tell the fuzzer what they look like. */
public final class PaymentFilesFuzz {

    private static final PaymentFormats FORMATS = new PaymentFormats();

    private PaymentFilesFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Fuzzed.read(bytes, file -> FORMATS.check(file).read(PaymentSink.NOWHERE));
    }
}
