package no.forfall.payments.reading;

import no.forfall.intake.FileRefused;
import no.forfall.intake.IncomingFile;

/** A format in which banks tell of payments. */
public interface PaymentFormat {

    /** Whether a file is meant to be of this format. */
    boolean recognises(Head head);

    /**
     * Reads the whole file once, in bounded memory, and posts nothing.
     *
     * @throws FileRefused when it is cut or broken, or when its control totals are not those of its payments
     */
    CheckedFile check(IncomingFile file);
}
