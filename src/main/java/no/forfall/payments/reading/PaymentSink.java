package no.forfall.payments.reading;

import java.time.LocalDate;
import no.forfall.intake.Finding;

/** Gets what a payment file says, in the order of the file. */
public interface PaymentSink {

    void payment(Place place, BankLine line, Mark mark);

    /** A payment that cannot be read; the others are. */
    void refused(Finding finding);

    /** Something to know that is no payment. */
    void notice(Finding finding);

    /** The file tells everything that came to an account through a day, whether something did or not. */
    default void covers(String account, LocalDate through) {}

    /** Gets everything and keeps nothing: for the first reading of a file, which only checks it. */
    PaymentSink NOWHERE = new PaymentSink() {
        @Override
        public void payment(Place place, BankLine line, Mark mark) {}

        @Override
        public void refused(Finding finding) {}

        @Override
        public void notice(Finding finding) {}
    };
}
