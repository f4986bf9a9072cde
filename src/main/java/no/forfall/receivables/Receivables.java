package no.forfall.receivables;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.law.Interest;
import no.forfall.law.InterestStatement;
import no.forfall.law.Rates;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books: charges, payments, credits, waivers, refunds and write-offs on invoices, and what is open after them; the
 * arithmetic is {@link Ledger}. Every posting names its source, and the same source posts once, however often it is asked
 * to.
 */
@Service
@Transactional
public class Receivables {

    private final Ledgers ledgers;
    private final Invoices invoices;
    private final Interest interest;
    private final Rates rates;
    private final ReceivablesSettings settings;
    private final ApplicationEventPublisher events;

    Receivables(
            Ledgers ledgers,
            Invoices invoices,
            Interest interest,
            Rates rates,
            ReceivablesSettings settings,
            ApplicationEventPublisher events) {
        this.ledgers = ledgers;
        this.invoices = invoices;
        this.interest = interest;
        this.rates = rates;
        this.settings = settings;
        this.events = events;
    }

    /** @throws NoSuchElementException when there is no such invoice */
    @Transactional(readOnly = true)
    public Invoice invoice(long invoiceId) {
        return ledgers.invoice(invoiceId);
    }

    /** The name of who owes. */
    @Transactional(readOnly = true)
    public String debtorOf(long invoiceId) {
        return invoice(invoiceId).debtor().name();
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
        return ledgers.lines(invoiceId);
    }

    /** The same lines for reckoning with. */
    @Transactional(readOnly = true)
    public Ledger reckoning(long invoiceId) {
        return reckoning(invoice(invoiceId));
    }

    private Ledger reckoning(Invoice invoice) {
        return Ledger.of(
                invoice.currency(),
                ledger(invoice.id()).stream().map(LedgerLine::movement).toList());
    }

    /** @param today the day through which interest accrues, in the creditor's country */
    @Transactional(readOnly = true)
    public Balance balanceOf(long invoiceId, LocalDate today) {
        return balanceOf(invoiceId, reckoning(invoiceId), today);
    }

    /** The same as if these were its lines. */
    @Transactional(readOnly = true)
    public Balance balanceOf(long invoiceId, Ledger ledger, LocalDate today) {
        Invoice invoice = invoice(invoiceId);
        return ledger.balance(interestThrough(invoice, ledger, today).total(), knownThrough(invoice, today));
    }

    /** All interest since the due date with its working, whether charged, paid or neither; only through known rates. */
    @Transactional(readOnly = true)
    public InterestStatement interestOf(long invoiceId, LocalDate through) {
        Invoice invoice = invoice(invoiceId);
        return interestThrough(invoice, reckoning(invoice), through);
    }

    /**
     * What may be asked for while a part of the open principal is disputed: the rest of it and the interest on that alone. What
     * being late has cost beside interest is not asked for meanwhile (inkassoloven § 17, inkassolagen § 8).
     *
     * @param disputed less than the open principal
     */
    @Transactional(readOnly = true)
    public Balance undisputedOf(long invoiceId, Money disputed, LocalDate today) {
        Balance all = balanceOf(invoiceId, today);
        Money none = Money.zero(disputed.getCurrencyUnit());
        Money run = interestOf(invoiceId, disputed, today).total();
        Money charged = reckoning(invoiceId).charged(Part.INTEREST);
        Money open = all.interest().plus(run.isLessThan(charged) ? run.minus(charged) : none);
        return new Balance(
                all.principal().minus(disputed),
                none,
                open.isPositive() ? open : none,
                none,
                none,
                run.isGreaterThan(charged) ? run.minus(charged) : none,
                all.interestThrough());
    }

    /** All interest since the due date on a principal without the disputed part, with its working. */
    @Transactional(readOnly = true)
    public InterestStatement interestOf(long invoiceId, Money disputed, LocalDate through) {
        Invoice invoice = invoice(invoiceId);
        return interestThrough(invoice, invoice.amount().minus(disputed), reckoning(invoice), through);
    }

    private InterestStatement interestThrough(Invoice invoice, Ledger ledger, LocalDate day) {
        return interestThrough(invoice, invoice.amount(), ledger, day);
    }

    private InterestStatement interestThrough(Invoice invoice, Money principal, Ledger ledger, LocalDate day) {
        return interest.between(
                invoice.creditor().country(),
                principal,
                ledger.principalChanges(),
                invoice.dueOn(),
                knownThrough(invoice, day));
    }

    /** The day itself, or the last one before it whose rate is known. */
    private LocalDate knownThrough(Invoice invoice, LocalDate day) {
        LocalDate known = rates.lateInterestKnownThrough(invoice.creditor().country());
        return day.isAfter(known) ? known : day;
    }

    /** Whether a source has booked anything on the invoice. */
    @Transactional(readOnly = true)
    public boolean hasBooked(long invoiceId, String source) {
        return ledger(invoiceId).stream().anyMatch(line -> line.source().startsWith(source + ":"));
    }

    /** Whether money was given back to the debtor on the invoice. */
    @Transactional(readOnly = true)
    public boolean hasRefunded(long invoiceId) {
        return ledger(invoiceId).stream().anyMatch(line -> line.kind() == LineKind.REFUND);
    }

    /** Adds a charge; does nothing when the source has charged this invoice before, or the amount is not positive. */
    public void charge(long invoiceId, Part part, Money amount, LocalDate on, String source) {
        String line = lineSource(source, part);
        if (amount.isPositive()
                && ledger(invoiceId).stream()
                        .noneMatch(booked -> booked.source().equals(line))) {
            Settlement one = new Settlement(Map.of(part, amount), Money.zero(amount.getCurrencyUnit()));
            book(invoice(invoiceId), LineKind.CHARGE, one, Voucher.of(on, source), null);
        }
    }

    /** The order of application that is set now; each payment keeps the one it was applied in. */
    public ApplicationOrder paymentOrder() {
        return settings.order();
    }

    /**
     * Applies a payment in the order of application that is set, which is recorded with it; no part goes below zero.
     *
     * @return what went where; an empty settlement with the whole amount left when the source has paid before
     */
    public Settlement pay(long invoiceId, Money amount, LocalDate on, String source) {
        ApplicationOrder order = paymentOrder();
        return once(
                invoiceId,
                LineKind.PAYMENT,
                Voucher.of(on, source),
                order,
                ledger -> ledger.payment(amount, order),
                amount);
    }

    /** The same for a credit note that arrived. */
    public Settlement credit(long invoiceId, Money amount, LocalDate on, String source) {
        return credit(invoiceId, amount, Voucher.of(on, source));
    }

    /** Applies a credit note: principal first, then what was charged for being late, then below zero ({@link Ledger}). */
    public Settlement credit(long invoiceId, Money amount, Voucher voucher) {
        return once(invoiceId, LineKind.CREDIT, voucher, null, ledger -> ledger.credit(amount), amount);
    }

    /** Waives everything that is open on one part, such as the fees after a justified objection. */
    public void waive(long invoiceId, Part part, LocalDate on, String source) {
        Money open = reckoning(invoiceId).open(part);
        if (open.isPositive()) {
            waive(invoiceId, part, open, Voucher.of(on, source));
        }
    }

    /**
     * Gives the invoice a new due date, from which interest runs anew; the first one stays what it was. What is open of the
     * interest, fees and compensation of the old one is waived (forsinkelsesrenteloven § 2: no interest while the creditor
     * caused the delay).
     *
     * @param day a local date of the creditor's country
     */
    public void dueAnew(long invoiceId, LocalDate day, LocalDate today, String source) {
        for (Part part : List.of(Part.FEE, Part.COMPENSATION, Part.INTEREST)) {
            waive(invoiceId, part, today, source + ":waived-" + part);
        }
        invoice(invoiceId).isDueOn(day);
        events.publishEvent(new InvoiceChanging(invoiceId));
    }

    /**
     * Gives up the interest that has run on a part of the principal that was never owed: what was demanded of it is waived, and
     * what was not is booked and waived, so that no later letter asks for it. What was paid of it stays paid.
     */
    public void forgoInterest(long invoiceId, Money neverOwed, LocalDate today, String source) {
        Money run = interestOf(invoiceId, today).total();
        Money onIt = run.minus(interestOf(invoiceId, neverOwed, today).total());
        Money notDemanded = run.minus(reckoning(invoiceId).charged(Part.INTEREST));
        charge(invoiceId, Part.INTEREST, lesser(onIt, notDemanded), today, source + "-run");
        Money waived = lesser(onIt, reckoning(invoiceId).open(Part.INTEREST));
        if (waived.isPositive()) {
            waive(invoiceId, Part.INTEREST, waived, Voucher.of(today, source));
        }
    }

    private static Money lesser(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    /** @throws AmountTooLarge when less than that is open on the part */
    public Settlement waive(long invoiceId, Part part, Money amount, Voucher voucher) {
        return once(invoiceId, LineKind.WAIVER, voucher, null, ledger -> ledger.waiver(part, amount), amount);
    }

    /**
     * Charges the standard compensation for late payment, once on an invoice, and sets the fees that stand off against it:
     * the larger is recovered, never the sum (inkassoforskriften § 1-5, lag 1981:739 § 4 a).
     *
     * @param amount the whole compensation; nothing happens when it is not larger than the fees
     */
    public void compensate(long invoiceId, Money amount, LocalDate on, String source) {
        Ledger ledger = reckoning(invoiceId);
        Money fees = ledger.standing(Part.FEE);
        if (!ledger.charged(Part.COMPENSATION).isPositive() && amount.isGreaterThan(fees)) {
            charge(invoiceId, Part.COMPENSATION, amount, on, source);
            once(
                    invoiceId,
                    LineKind.OFFSET,
                    Voucher.of(on, offset(source)),
                    null,
                    charged -> charged.waiver(Part.COMPENSATION, fees),
                    fees);
        }
    }

    /**
     * Takes back what a letter charged that did not arrive, as far as it is open; it may be charged anew. What was paid of it
     * stays paid, and what others charged stays as it is.
     *
     * @param charged the source that charged
     */
    public void returned(long invoiceId, String charged, Voucher voucher) {
        Map<Part, Money> charges = new EnumMap<>(Part.class);
        for (LedgerLine line : ledger(invoiceId)) {
            if (line.source().equals(lineSource(charged, line.part()))
                    || line.source().equals(lineSource(offset(charged), line.part()))) {
                charges.merge(line.part(), line.effect(), Money::plus);
            }
        }
        once(
                invoiceId,
                LineKind.RETURNED,
                voucher,
                null,
                ledger -> ledger.returned(charges),
                Money.zero(invoice(invoiceId).currency()));
    }

    /** Takes off everything that is open, part by part; does nothing when nothing is. */
    public Settlement writeOff(long invoiceId, Voucher voucher) {
        Money none = Money.zero(invoice(invoiceId).currency());
        return once(invoiceId, LineKind.WRITE_OFF, voucher, null, Ledger::writeOff, none);
    }

    /** Takes money into the books that no part needs, so that it can be given back ({@link Ledger#overpayment}). */
    public Settlement overpay(long invoiceId, Money amount, Voucher voucher) {
        return once(invoiceId, LineKind.PAYMENT, voucher, null, ledger -> ledger.overpayment(amount), amount);
    }

    /** @throws AmountTooLarge when the creditor owes the debtor less than that on this invoice */
    public Settlement refund(long invoiceId, Money amount, Voucher voucher) {
        return once(invoiceId, LineKind.REFUND, voucher, null, ledger -> ledger.refund(amount), amount);
    }

    /**
     * Takes a payment back from an invoice. It is booked on the day of the payment, so that interest runs as if it had never
     * come.
     *
     * @param payment the source that paid
     * @return what was taken back; zero when that source has paid nothing here, or the voucher has booked before
     */
    public Money takeBack(long invoiceId, String payment, Voucher voucher) {
        Money none = Money.zero(invoice(invoiceId).currency());
        if (hasBooked(invoiceId, voucher.source())) {
            return none;
        }
        Map<Part, Money> paid = ledger(invoiceId).stream()
                .filter(line ->
                        line.kind() == LineKind.PAYMENT && line.source().equals(lineSource(payment, line.part())))
                .collect(Collectors.toMap(LedgerLine::part, LedgerLine::amount));
        book(invoice(invoiceId), LineKind.REVERSAL, new Settlement(paid, none), voucher, null);
        return paid.values().stream().reduce(none, Money::plus);
    }

    /** Lets the ledger reckon and books it, unless the source has booked before; tells when nothing is open any more. */
    private Settlement once(
            long invoiceId,
            LineKind kind,
            Voucher voucher,
            @Nullable ApplicationOrder order,
            Function<Ledger, Settlement> reckon,
            Money leftWhenRepeated) {
        if (hasBooked(invoiceId, voucher.source())) {
            return new Settlement(Map.of(), leftWhenRepeated);
        }
        Invoice invoice = invoice(invoiceId);
        Ledger before = reckoning(invoice);
        Settlement settlement = reckon.apply(before);
        book(invoice, kind, settlement, voucher, order);
        if (!before.isSettled() && before.after(settlement, kind, voucher.on()).isSettled()) {
            events.publishEvent(new ClaimSettled(invoiceId, kind));
        }
        return settlement;
    }

    private void book(
            Invoice invoice, LineKind kind, Settlement settlement, Voucher voucher, @Nullable ApplicationOrder order) {
        settlement.applied().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    String source = lineSource(voucher.source(), entry.getKey());
                    Movement movement = new Movement(voucher.on(), entry.getKey(), kind, entry.getValue());
                    Voucher line = new Voucher(voucher.on(), source, voucher.reason(), voucher.person());
                    ledgers.book(new LedgerLine(invoice, movement, line, order));
                    events.publishEvent(new BalanceChanged(
                            invoice.id(), kind, movement.part(), movement.amount(), movement.on(), source));
                });
    }

    private static String offset(String source) {
        return source + ":offset";
    }

    /** The lines of one posting differ in the part at the end of their source. */
    private static String lineSource(String source, Part part) {
        return source + ":" + part;
    }
}
