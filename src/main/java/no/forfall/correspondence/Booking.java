package no.forfall.correspondence;

import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.receivables.Part;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what a letter charged into the ledger, and tells the house that it was sent. */
@Component
class Booking {

    private final Cases cases;
    private final Receivables receivables;
    private final ApplicationEventPublisher events;

    Booking(Cases cases, Receivables receivables, ApplicationEventPublisher events) {
        this.cases = cases;
        this.receivables = receivables;
        this.events = events;
    }

    /** Nobody else works on the case of the letter until the transaction ends. */
    void lock(Letter letter) {
        cases.lock(letter.caseNumber());
    }

    /** Takes back what a letter charged that did not arrive, as far as the debtor has not paid it. */
    void takeBack(Letter letter, LetterReturn returned) {
        String source = source(letter);
        receivables.returned(
                cases.get(letter.caseNumber()).invoiceId(),
                source,
                new Voucher(
                        cases.today(letter.caseNumber()), source + ":returned", returned.reason(), returned.toldBy()));
    }

    private static String source(Letter letter) {
        return "letter:" + letter.id();
    }

    /** A debtor whose payment crossed the letter on its way has paid all that was asked before: nothing is added. */
    void book(Letter letter) {
        CollectionCase open = cases.lock(letter.caseNumber());
        if (open.state() != CaseState.CLOSED) {
            String source = source(letter);
            receivables.charge(open.invoiceId(), Part.FEE, letter.newFee(), letter.dated(), source);
            receivables.compensate(open.invoiceId(), letter.newCompensation(), letter.dated(), source);
            receivables.charge(open.invoiceId(), Part.INTEREST, letter.newInterest(), letter.dated(), source);
        }
        events.publishEvent(new LetterSent(
                letter.caseNumber(),
                letter.type(),
                letter.channel(),
                letter.recipient(),
                letter.dated(),
                letter.deadline(),
                letter.newFee().isPositive() ? letter.newFee().toString() : null,
                letter.id()));
    }
}
