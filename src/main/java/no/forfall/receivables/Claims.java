package no.forfall.receivables;

import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads many invoices and their open principal with two queries. */
@Service
@Transactional(readOnly = true)
public class Claims {

    private final Ledgers ledgers;
    private final Invoices invoices;

    Claims(Ledgers ledgers, Invoices invoices) {
        this.ledgers = ledgers;
        this.invoices = invoices;
    }

    /** The invoices of which anything is open with the debtor's creditor, the earliest due first. */
    public List<Invoice> openOf(Debtor debtor, int most) {
        ledgers.write();
        List<Long> open = invoices.openOf(debtor.id(), most);
        ledgers.expect(open);
        return open.stream().map(ledgers::invoice).toList();
    }

    /** The claims of invoices, in their order; a few hundred at a time. */
    public List<Claim> of(Collection<Long> invoiceIds) {
        ledgers.expect(invoiceIds);
        return invoiceIds.stream().map(this::of).toList();
    }

    /** Names the invoices that this transaction works on, so that what is asked of one is read of all together. */
    public void expect(Collection<Long> invoiceIds) {
        ledgers.expect(invoiceIds);
    }

    private Claim of(long invoiceId) {
        Invoice invoice = ledgers.invoice(invoiceId);
        return new Claim(
                invoice,
                ledgers.lines(invoiceId).stream()
                        .filter(line -> line.part() == Part.PRINCIPAL)
                        .map(LedgerLine::effect)
                        .reduce(Money.zero(invoice.currency()), Money::plus));
    }
}
