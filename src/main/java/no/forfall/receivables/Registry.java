package no.forfall.receivables;

import java.util.Optional;
import no.forfall.law.DebtorKind;
import no.forfall.shared.Country;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes creditors, debtors and invoices into the books. */
@Service
@Transactional
public class Registry {

    private final Creditors creditors;
    private final Debtors debtors;
    private final Invoices invoices;
    private final LedgerLines lines;
    private final ApplicationEventPublisher events;

    Registry(
            Creditors creditors,
            Debtors debtors,
            Invoices invoices,
            LedgerLines lines,
            ApplicationEventPublisher events) {
        this.creditors = creditors;
        this.debtors = debtors;
        this.invoices = invoices;
        this.lines = lines;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Creditor> findCreditor(String organisationNumber) {
        return creditors.findByOrganisationNumber(organisationNumber);
    }

    /** The creditor of that organisation number, made when it is new. */
    public Creditor creditor(String organisationNumber, String name, Country country) {
        return creditors
                .findByOrganisationNumber(organisationNumber)
                .orElseGet(() -> creditors.save(new Creditor(organisationNumber, name, country)));
    }

    /** The creditor's customer of that number, made when it is new. */
    public Debtor debtor(Creditor creditor, String customerNumber, String name, DebtorKind kind) {
        return debtors.findByCreditorAndCustomerNumber(creditor, customerNumber)
                .orElseGet(() -> debtors.save(new Debtor(creditor, customerNumber, name, kind)));
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> invoice(Creditor creditor, String number) {
        return invoices.findByCreditorAndNumber(creditor, number);
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return creditors.count() == 0;
    }

    /** Books a new invoice with its principal; {@link InvoiceRegistered} tells the rest of the house. */
    public Invoice register(Invoice invoice) {
        Invoice saved = invoices.saveAndFlush(invoice);
        lines.saveAndFlush(new LedgerLine(
                saved,
                new Movement(saved.issuedOn(), Part.PRINCIPAL, LineKind.CHARGE, saved.amount()),
                Voucher.of(saved.issuedOn(), "invoice:" + saved.number()),
                null));
        events.publishEvent(new InvoiceRegistered(saved.id()));
        return saved;
    }
}
