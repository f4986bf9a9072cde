package no.forfall.adjustments;

import java.time.LocalDate;
import java.util.UUID;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.CurrentPerson;
import no.forfall.payments.Overpayments;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Ledger;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Settlement;
import no.forfall.receivables.Voucher;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reckons and books what people change in a claim by hand. */
@Service
public class Adjustments {

    private final Cases cases;
    private final Receivables receivables;
    private final Overpayments overpayments;
    private final Permission permission;
    private final ApplicationEventPublisher events;

    Adjustments(
            Cases cases,
            Receivables receivables,
            Overpayments overpayments,
            Permission permission,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.receivables = receivables;
        this.overpayments = overpayments;
        this.permission = permission;
        this.events = events;
    }

    /**
     * What a change would do, without booking it.
     *
     * @throws Invalid when it cannot be done as it is asked for
     * @throws AccessDeniedException when the person signed in may not
     */
    @Transactional(readOnly = true)
    public Consequence preview(CaseNumber number, Change change) {
        return reckon(cases.get(number), change).consequence();
    }

    /**
     * Books a change. The same key books once, and so does the same credit note; then nothing happens and nothing is
     * refused.
     *
     * @throws Invalid when it cannot be done as it is asked for
     * @throws AccessDeniedException when the person signed in may not
     */
    @Transactional
    public Consequence carryOut(CaseNumber number, Change change, UUID key) {
        CollectionCase followed = cases.lock(number);
        String source = source(change, key);
        if (receivables.hasBooked(followed.invoiceId(), source)) {
            Balance now = receivables.balanceOf(followed.invoiceId(), cases.today(number));
            return new Consequence(Money.zero(now.principal().getCurrencyUnit()), now, now, null);
        }
        Reckoning reckoning = reckon(followed, change);
        Money amount = reckoning.consequence().amount();
        String reason = Checks.reason(change);
        // told first: what settles the claim closes the case, and that comes after its cause
        events.publishEvent(told(number, change, amount, reason));
        book(followed, change, reckoning, new Voucher(cases.today(number), source, reason, CurrentPerson.name()));
        return reckoning.consequence();
    }

    private static String source(Change change, UUID key) {
        return switch (change.kind()) {
            case WAIVER -> "waiver:" + key;
            case CREDIT -> "creditnote:" + Checks.creditNote(change);
            case REFUND -> "refund:" + key;
            case WRITE_OFF -> "writeoff:" + key;
        };
    }

    /** @param needed what has to come from payments that wait, for a refund; zero otherwise */
    private record Reckoning(Consequence consequence, Money needed) {}

    private Reckoning reckon(CollectionCase followed, Change change) {
        permission.check(change.kind());
        Checks.reason(change);
        Ledger ledger = receivables.reckoning(followed.invoiceId());
        LocalDate today = cases.today(followed.number());
        Money none = Money.zero(ledger.currency());
        Ledger ready = ledger;
        Money needed = none;
        Settlement settlement;
        Money amount;
        switch (change.kind()) {
            case WAIVER -> {
                amount = Checks.amount(change, ledger.open(Checks.part(change)));
                settlement = ledger.waiver(Checks.part(change), amount);
            }
            case CREDIT -> {
                Checks.creditNote(change);
                amount = Checks.amount(change, ledger.currency());
                settlement = ledger.credit(amount);
            }
            case REFUND -> {
                Money waiting = ledger.isSettled() ? overpayments.waiting(followed.number(), ledger.currency()) : none;
                amount = Checks.amount(change, ledger.toRefund().plus(waiting));
                needed = amount.isGreaterThan(ledger.toRefund()) ? amount.minus(ledger.toRefund()) : none;
                ready = ledger.after(ledger.overpayment(needed), LineKind.PAYMENT, today);
                settlement = ready.refund(amount);
            }
            case WRITE_OFF -> {
                amount = ledger.toPay();
                Checks.something(amount);
                settlement = ledger.writeOff();
            }
            default -> throw new IllegalArgumentException(String.valueOf(change.kind()));
        }
        permission.checkLimit(change.kind(), amount, followed.invoiceId());
        Ledger after = ready.after(settlement, change.kind().lineKind(), today);
        boolean closes = !ledger.isSettled() && after.isSettled() && followed.state() != CaseState.CLOSED;
        return new Reckoning(
                new Consequence(
                        amount,
                        receivables.balanceOf(followed.invoiceId(), ledger, today),
                        receivables.balanceOf(followed.invoiceId(), after, today),
                        closes ? closing(change.kind()) : null),
                needed);
    }

    private static ClosingReason closing(Adjustment kind) {
        return switch (kind) {
            case WAIVER -> ClosingReason.WAIVED;
            case CREDIT -> ClosingReason.CREDITED;
            case WRITE_OFF -> ClosingReason.WRITTEN_OFF;
            case REFUND -> throw new IllegalArgumentException("A refund settles no claim");
        };
    }

    private void book(CollectionCase followed, Change change, Reckoning reckoning, Voucher voucher) {
        long invoice = followed.invoiceId();
        Money amount = reckoning.consequence().amount();
        switch (change.kind()) {
            case WAIVER -> receivables.waive(invoice, Checks.part(change), amount, voucher);
            case CREDIT -> receivables.credit(invoice, amount, voucher);
            case WRITE_OFF -> receivables.writeOff(invoice, voucher);
            case REFUND -> {
                overpayments.giveBack(followed.number(), invoice, reckoning.needed(), voucher);
                receivables.refund(invoice, amount, voucher);
            }
        }
    }

    private static CaseEvent told(CaseNumber number, Change change, Money amount, String reason) {
        return switch (change.kind()) {
            case WAIVER -> new ChargeWaived(number, Checks.part(change), amount.toString(), reason);
            case CREDIT -> new ClaimCredited(number, Checks.creditNote(change), amount.toString(), reason);
            case REFUND -> new MoneyRefunded(number, amount.toString(), reason);
            case WRITE_OFF -> new ClaimWrittenOff(number, amount.toString(), reason);
        };
    }
}
