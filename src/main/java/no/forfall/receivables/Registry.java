package no.forfall.receivables;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.law.DebtorKind;
import no.forfall.shared.Country;
import no.forfall.shared.OncePerTransaction;
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
    private final Ledgers ledgers;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<String, Optional<Creditor>> knownCreditors = new OncePerTransaction<>();
    private final OncePerTransaction<Name, Optional<Debtor>> knownDebtors = new OncePerTransaction<>();
    private final OncePerTransaction<Name, Optional<Invoice>> knownInvoices = new OncePerTransaction<>();

    Registry(
            Creditors creditors,
            Debtors debtors,
            Invoices invoices,
            Ledgers ledgers,
            ApplicationEventPublisher events) {
        this.creditors = creditors;
        this.debtors = debtors;
        this.invoices = invoices;
        this.ledgers = ledgers;
        this.events = events;
    }

    /** What a creditor calls a customer or an invoice. */
    public record Name(long creditorId, String number) {

        public static Name of(Creditor creditor, String number) {
            return new Name(creditor.id(), number);
        }
    }

    /** Names the customers and invoices that this transaction asks for, so that they are read together. */
    public void expect(Collection<Name> customers, Collection<Name> invoiceNumbers) {
        knownDebtors.expect(customers);
        knownInvoices.expect(invoiceNumbers);
    }

    @Transactional(readOnly = true)
    public Optional<Creditor> findCreditor(String organisationNumber) {
        return knownCreditors.of(organisationNumber, () -> creditors.findByOrganisationNumber(organisationNumber));
    }

    /** The creditor of that organisation number, made when it is new. */
    public Creditor creditor(String organisationNumber, String name, Country country) {
        Creditor creditor = findCreditor(organisationNumber)
                .orElseGet(() -> creditors.save(new Creditor(organisationNumber, name, country)));
        knownCreditors.know(organisationNumber, Optional.of(creditor));
        return creditor;
    }

    /** The creditor's customer of that number; a new one is kept with its first invoice. */
    public Debtor debtor(Creditor creditor, String customerNumber, String name, DebtorKind kind) {
        Name called = Name.of(creditor, customerNumber);
        Debtor debtor = knownDebtors
                .of(called, this::readDebtors)
                .orElseGet(() -> new Debtor(creditor, customerNumber, name, kind));
        knownDebtors.know(called, Optional.of(debtor));
        return debtor;
    }

    private Map<Name, Optional<Debtor>> readDebtors(List<Name> names) {
        return read(
                names,
                debtors::findByCreditorIdAndCustomerNumberIn,
                debtor -> Name.of(debtor.creditor(), debtor.customerNumber()));
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> invoice(Creditor creditor, String number) {
        return knownInvoices.of(Name.of(creditor, number), this::readInvoices);
    }

    private Map<Name, Optional<Invoice>> readInvoices(List<Name> names) {
        return read(
                names, invoices::findByCreditorIdAndNumberIn, invoice -> Name.of(invoice.creditor(), invoice.number()));
    }

    private static <T> Map<Name, Optional<T>> read(
            List<Name> names, BiFunction<Long, List<String>, List<T>> reading, Function<T, Name> name) {
        Map<Name, Optional<T>> found = new HashMap<>();
        names.forEach(each -> found.put(each, Optional.empty()));
        names.stream()
                .collect(Collectors.groupingBy(Name::creditorId, Collectors.mapping(Name::number, Collectors.toList())))
                .forEach((creditor, numbers) ->
                        reading.apply(creditor, numbers).forEach(one -> found.put(name.apply(one), Optional.of(one))));
        return found;
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return creditors.count() == 0;
    }

    /** Books a new invoice with its principal; {@link InvoicesRegistered} tells the rest of the house. */
    public Invoice register(Invoice invoice) {
        return register(List.of(invoice)).get(0);
    }

    /** The same for some hundred of them. */
    public List<Invoice> register(List<Invoice> these) {
        debtors.saveAll(these.stream().map(Invoice::debtor).distinct().toList());
        List<Invoice> saved = invoices.saveAll(these);
        saved.forEach(this::book);
        if (!saved.isEmpty()) {
            events.publishEvent(
                    new InvoicesRegistered(saved.stream().map(Invoice::id).toList()));
        }
        return saved;
    }

    private void book(Invoice invoice) {
        knownInvoices.know(Name.of(invoice.creditor(), invoice.number()), Optional.of(invoice));
        ledgers.begin(invoice);
        ledgers.book(new LedgerLine(
                invoice,
                new Movement(invoice.issuedOn(), Part.PRINCIPAL, LineKind.CHARGE, invoice.amount()),
                Voucher.of(invoice.issuedOn(), "invoice:" + invoice.number()),
                null));
    }
}
