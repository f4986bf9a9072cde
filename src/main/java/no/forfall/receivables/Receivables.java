package no.forfall.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import no.forfall.law.Interest;
import no.forfall.law.InterestStatement;
import no.forfall.law.PrincipalChange;
import no.forfall.law.Rates;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger: charges, payments and credits on invoices, and what is open after them. Every posting names its source, and
 * the same source posts once, however often it is asked to.
 */
@Service
@Transactional
public class Receivables {

    private final Invoices invoices;
    private final LedgerLines lines;
    private final Interest interest;
    private final Rates rates;
    private final ReceivablesSettings settings;
    private final ApplicationEventPublisher events;

    Receivables(
            Invoices invoices,
            LedgerLines lines,
            Interest interest,
            Rates rates,
            ReceivablesSettings settings,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.lines = lines;
        this.interest = interest;
        this.rates = rates;
        this.settings = settings;
        this.events = events;
    }

    /** @throws NoSuchElementException when there is no such invoice */
    @Transactional(readOnly = true)
    public Invoice invoice(long invoiceId) {
        return invoices.findById(invoiceId)
                .orElseThrow(() -> new NoSuchElementException("There is no invoice " + invoiceId));
    }

    /** The invoices that carry a KID or OCR number, over all creditors; at most twenty. */
    @Transactional(readOnly = true)
    public List<Invoice> withReference(String paymentReference) {
        return invoices.findTop20ByPaymentReference(paymentReference);
    }

    /** The invoices of that number, over all creditors; at most twenty. */
    @Transactional(readOnly = true)
    public List<Invoice> withNumber(String number) {
        return invoices.findTop20ByNumber(number);
    }

    /** How well the creditor knows the debtor: as it said, else new with the first invoice and known after that. */
    @Transactional(readOnly = true)
    public Relation relationTo(Debtor debtor) {
        if (debtor.relation() != null) {
            return debtor.relation();
        }
        return invoices.countByDebtorId(debtor.id()) > 1 ? Relation.KNOWN : Relation.NEW;
    }

    /** The lines of an invoice, oldest first. */
    @Transactional(readOnly = true)
    public List<LedgerLine> ledger(long invoiceId) {
        return lines.findByInvoiceIdOrderByBookedOnAscIdAsc(invoiceId);
    }

    /** @param today the day through which interest accrues, in the creditor's country */
    @Transactional(readOnly = true)
    public Balance balanceOf(long invoiceId, LocalDate today) {
        Invoice invoice = invoice(invoiceId);
        List<LedgerLine> ledger = ledger(invoiceId);
        Money accrued = interestThrough(invoice, ledger, today).total().minus(charged(invoice, ledger, Part.INTEREST));
        return new Balance(
                open(invoice, ledger, Part.PRINCIPAL),
                open(invoice, ledger, Part.FEE),
                open(invoice, ledger, Part.INTEREST),
                open(invoice, ledger, Part.COMPENSATION),
                accrued.isNegative() ? Money.zero(invoice.currency()) : accrued,
                knownThrough(invoice, today));
    }

    private static Money open(Invoice invoice, List<LedgerLine> ledger, Part part) {
        return ledger.stream()
                .filter(line -> line.part() == part)
                .map(LedgerLine::effect)
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    private static Money charged(Invoice invoice, List<LedgerLine> ledger, Part part) {
        return ledger.stream()
                .filter(line -> line.part() == part && line.kind() == LineKind.CHARGE)
                .map(LedgerLine::amount)
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /** All interest since the due date with its working, whether charged, paid or neither; only through known rates. */
    @Transactional(readOnly = true)
    public InterestStatement interestOf(long invoiceId, LocalDate through) {
        return interestThrough(invoice(invoiceId), ledger(invoiceId), through);
    }

    private InterestStatement interestThrough(Invoice invoice, List<LedgerLine> ledger, LocalDate day) {
        List<PrincipalChange> changes = ledger.stream()
                .filter(line -> line.part() == Part.PRINCIPAL && line.kind() != LineKind.CHARGE)
                .map(line -> new PrincipalChange(line.bookedOn(), line.effect()))
                .toList();
        return interest.between(
                invoice.creditor().country(), invoice.amount(), changes, invoice.dueOn(), knownThrough(invoice, day));
    }

    /** The day itself, or the last one before it whose rate is known. */
    private LocalDate knownThrough(Invoice invoice, LocalDate day) {
        LocalDate known = rates.lateInterestKnownThrough(invoice.creditor().country());
        return day.isAfter(known) ? known : day;
    }

    /** Adds a charge; does nothing when the source has charged this invoice before, or the amount is not positive. */
    public void charge(long invoiceId, Part part, Money amount, LocalDate on, String source) {
        String unique = source + ":" + part;
        if (amount.isPositive() && !lines.existsByInvoiceIdAndSource(invoiceId, unique)) {
            add(invoice(invoiceId), part, LineKind.CHARGE, amount, on, unique);
        }
    }

    /**
     * Applies a payment in the order of application that is set; the principal never goes below zero.
     *
     * @return what went where; an empty settlement with the whole amount left when the source has paid before
     */
    public Settlement pay(long invoiceId, Money amount, LocalDate on, String source) {
        return apply(invoiceId, LineKind.PAYMENT, settings.applicationOrder(), amount, on, source);
    }

    /** Applies a credit note: principal first, then what was charged for being late. */
    public Settlement credit(long invoiceId, Money amount, LocalDate on, String source) {
        return apply(
                invoiceId,
                LineKind.CREDIT,
                List.of(Part.PRINCIPAL, Part.INTEREST, Part.FEE, Part.COMPENSATION),
                amount,
                on,
                source);
    }

    /** Waives everything that is open on one part, such as the fees after a justified objection. */
    public void waive(long invoiceId, Part part, LocalDate on, String source) {
        Invoice invoice = invoice(invoiceId);
        Money open = open(invoice, ledger(invoiceId), part);
        if (open.isPositive()) {
            apply(invoiceId, LineKind.WAIVER, List.of(part), open, on, source);
        }
    }

    private Settlement apply(
            long invoiceId, LineKind kind, List<Part> order, Money amount, LocalDate on, String source) {
        Invoice invoice = invoice(invoiceId);
        Map<Part, Money> applied = new EnumMap<>(Part.class);
        Money left = amount;
        List<LedgerLine> before = new ArrayList<>(ledger(invoiceId));
        boolean repeated = before.stream().anyMatch(line -> line.source().startsWith(source + ":"));
        boolean wasOpen = isOpen(invoice, before);
        for (Part part : order) {
            Money open = open(invoice, before, part);
            if (!repeated && open.isPositive() && left.isPositive()) {
                Money used = open.isLessThan(left) ? open : left;
                add(invoice, part, kind, used, on, source + ":" + part);
                applied.put(part, used);
                left = left.minus(used);
            }
        }
        if (wasOpen && !isOpen(invoice, ledger(invoiceId))) {
            events.publishEvent(new ClaimSettled(invoiceId, kind));
        }
        return new Settlement(applied, left);
    }

    private static boolean isOpen(Invoice invoice, List<LedgerLine> ledger) {
        return java.util.Arrays.stream(Part.values())
                .anyMatch(part -> open(invoice, ledger, part).isPositive());
    }

    private void add(Invoice invoice, Part part, LineKind kind, Money amount, LocalDate on, String source) {
        lines.saveAndFlush(new LedgerLine(invoice, part, kind, amount, on, source));
        events.publishEvent(new BalanceChanged(invoice.id(), kind, part, amount, on, source));
    }
}
