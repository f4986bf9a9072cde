package no.forfall.arrangements;

import no.forfall.cases.Cases;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** What is owed on a case, and what has been settled of it. */
@Component
class Owed {

    private final Cases cases;
    private final Receivables receivables;

    Owed(Cases cases, Receivables receivables) {
        this.cases = cases;
        this.receivables = receivables;
    }

    Invoice invoice(CaseNumber caseNumber) {
        return receivables.invoice(cases.get(caseNumber).invoiceId());
    }

    /** All that is to be paid today; maybe nothing. */
    Money toPay(CaseNumber caseNumber) {
        return receivables
                .balanceOf(invoice(caseNumber).id(), cases.today(caseNumber))
                .toPay();
    }

    /** All that has lowered the claim, less what was given or taken back. */
    Money settled(Invoice invoice) {
        return receivables.ledger(invoice.id()).stream()
                .filter(line -> line.kind() != LineKind.CHARGE)
                .map(line -> line.effect().negated())
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /** What has been paid, credited or waived since a promise or plan was made. */
    Money paidSince(Arrangement made) {
        return settled(invoice(made.caseNumber())).minus(made.settledBefore());
    }
}
