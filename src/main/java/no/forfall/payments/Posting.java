package no.forfall.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.payments.reading.BankLine;
import no.forfall.payments.reading.Mark;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Settlement;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes payments into the books, in the transaction of their records. What settles a claim ends its case in the same
 * transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Posting {

    private final Payments payments;
    private final Matching matching;
    private final Cases cases;
    private final Receivables receivables;
    private final ApplicationEventPublisher events;

    Posting(
            Payments payments,
            Matching matching,
            Cases cases,
            Receivables receivables,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.matching = matching;
        this.cases = cases;
        this.receivables = receivables;
        this.events = events;
    }

    /**
     * @param reason null when an invoice took it whole
     * @param creditorId whose invoice its reference led to; null when it led to none, or the payment is known
     */
    record Outcome(
            boolean known,
            Money taken,
            Money left,
            @Nullable QueueReason reason,
            @Nullable CaseNumber caseNumber,
            @Nullable Long creditorId) {}

    /**
     * @return what became of each, in their order
     * @throws FieldRefused when the bank's id of one is known for another payment
     */
    List<Outcome> post(List<Entry> entries, String file) {
        List<Long> invoices = matching.expect(entries.stream().map(Entry::line).toList());
        if (entries.size() > 1) {
            cases.lockFreeOfInvoices(invoices);
        }
        Set<Entry> toldByOthers = payments.toldByOthers(entries);
        return entries.stream()
                .map(entry -> post(entry, toldByOthers.contains(entry), file))
                .toList();
    }

    private Outcome post(Entry entry, boolean toldByOthers, String file) {
        BankLine line = entry.line();
        Optional<Long> id = payments.add(entry, file);
        if (id.isEmpty()) {
            if (entry.mark().unique()) {
                refuseOther(entry.mark(), payments.known(entry.mark().value()), line);
            }
            return new Outcome(true, zero(line), zero(line), null, null, null);
        }
        Outcome outcome = book(line, toldByOthers, "payment:" + id.get());
        payments.settle(id.get(), outcome.reason(), outcome.left(), outcome.caseNumber());
        return outcome;
    }

    private static void refuseOther(Mark mark, BankLine before, BankLine now) {
        Map<String, String> then = before.content();
        now.content().forEach((field, value) -> {
            if (!value.equals(then.get(field))) {
                throw new FieldRefused("id", "intake.payment.differs", mark.shown(), field, then.get(field), value);
            }
        });
    }

    private Outcome book(BankLine line, boolean toldByOthers, String source) {
        Matching.Match match = matching.find(line);
        if (match.invoiceId() == null) {
            return waits(line, line.amount(), match.reason(), null, null);
        }
        long invoiceId = match.invoiceId();
        // the lock comes before anything is read that a payment at the same time may change
        CollectionCase followed = cases.lockOfInvoice(invoiceId).orElse(null);
        CaseNumber number = followed == null ? null : followed.number();
        Long creditor = receivables.invoice(invoiceId).creditor().id();
        if (!receivables.invoice(invoiceId).currency().equals(line.amount().getCurrencyUnit())) {
            return waits(line, line.amount(), QueueReason.OTHER_CURRENCY, number, creditor);
        }
        if (toldByOthers) {
            return waits(line, line.amount(), QueueReason.TOLD_TWICE, number, creditor);
        }
        Settlement settlement = receivables.pay(invoiceId, line.amount(), line.bookedOn(), source);
        if (settlement.applied().isEmpty()) {
            return waits(line, line.amount(), whyNothing(followed), number, creditor);
        }
        Money taken = line.amount().minus(settlement.left());
        if (number != null) {
            events.publishEvent(posted(number, line.bookedOn(), line.payer(), taken, settlement));
        }
        return settlement.left().isPositive()
                ? waits(line, settlement.left(), QueueReason.OVERPAID, number, creditor)
                : new Outcome(false, taken, settlement.left(), null, number, creditor);
    }

    private static QueueReason whyNothing(@Nullable CollectionCase followed) {
        return followed != null && followed.closingReason() == ClosingReason.CREDITED
                ? QueueReason.CREDITED
                : QueueReason.ALREADY_PAID;
    }

    private static Outcome waits(
            BankLine line,
            Money left,
            @Nullable QueueReason reason,
            @Nullable CaseNumber number,
            @Nullable Long creditor) {
        return new Outcome(false, line.amount().minus(left), left, reason, number, creditor);
    }

    private static Money zero(BankLine line) {
        return Money.zero(line.amount().getCurrencyUnit());
    }

    /**
     * Posts what a person has decided.
     *
     * @param amount no more than is open
     */
    void pay(Payment payment, long invoiceId, Money amount, @Nullable CaseNumber followed, String source) {
        Settlement settlement = receivables.pay(invoiceId, amount, payment.bookedOn(), source);
        if (followed != null) {
            events.publishEvent(posted(followed, payment.bookedOn(), payment.payer(), amount, settlement));
        }
    }

    private PaymentPosted posted(
            CaseNumber number, LocalDate bookedOn, @Nullable String payer, Money taken, Settlement settlement) {
        Map<String, String> applied = new TreeMap<>();
        settlement
                .applied()
                .forEach((part, amount) ->
                        applied.put(part.name(), amount.getAmount().toPlainString()));
        return new PaymentPosted(
                number,
                taken.getAmount().toPlainString(),
                taken.getCurrencyUnit().getCode(),
                bookedOn,
                payer,
                applied,
                receivables.paymentOrder().parts());
    }
}
