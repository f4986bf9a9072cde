package no.forfall.payments;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.forfall.api.Invalid;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.cases.CollectionCase;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person does with money that waits: posts it on one invoice or several, sends it back, or says that it is not ours;
 * and takes back what was posted, by hand or by its reference. Each is done once however often it is asked for, and each
 * keeps who did it and why.
 */
@Service
@Transactional
public class Clearing {

    private static final int LONGEST_REASON = 500;
    private static final Set<ClosingReason> ENDED_BY_MONEY =
            Set.of(ClosingReason.PAID, ClosingReason.CREDITED, ClosingReason.WAIVED, ClosingReason.WRITTEN_OFF);

    private final Payments payments;
    private final MoveTable moves;
    private final Posting posting;
    private final Cases cases;
    private final Receivables receivables;
    private final ApplicationEventPublisher events;

    Clearing(
            Payments payments,
            MoveTable moves,
            Posting posting,
            Cases cases,
            Receivables receivables,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.moves = moves;
        this.posting = posting;
        this.cases = cases;
        this.receivables = receivables;
        this.events = events;
    }

    /** What one invoice is to get; no more than is open on it. */
    public record Share(long invoiceId, Money amount) {}

    /** What became of a payment by hand, oldest first, and what was taken back. */
    @Transactional(readOnly = true)
    public List<Move> movesOf(long paymentId) {
        return moves.of(paymentId);
    }

    /** What was posted by the payment's own reference and stands; zero when nothing. */
    @Transactional(readOnly = true)
    public Money postedByReference(long paymentId) {
        Payment payment = payments.get(paymentId);
        Money moved = moves.of(paymentId).stream()
                .filter(move -> move.undone() == null)
                .map(Move::amount)
                .reduce(zero(payment), Money::plus);
        return payment.amount().minus(payment.waiting()).minus(moved);
    }

    /**
     * Posts money that waits on invoices, in the order of application; what it settles ends its case.
     *
     * @param key under which it is done once
     * @throws NoSuchElementException when there is no such payment or invoice
     * @throws Invalid when less waits, or less is open
     */
    public void post(long paymentId, List<Share> shares, UUID key) {
        Payment payment = payments.lock(paymentId);
        if (isDone(payment, key + ".0")) {
            return;
        }
        Money all = shares.stream().map(Share::amount).reduce(zero(payment), Money::plus);
        if (shares.isEmpty()
                || !shares.stream().allMatch(share -> share.amount().isPositive())) {
            throw new Invalid("amount", "payments.invalid.amount");
        }
        checkWaiting(payment, all);
        CaseNumber led = payment.caseNumber();
        for (int n = 0; n < shares.size(); n++) {
            CaseNumber followed = post(payment, shares.get(n), key + "." + n);
            led = led == null ? followed : led;
        }
        settle(payment, payment.waiting().minus(all), payment.reason(), led);
    }

    private @Nullable CaseNumber post(Payment payment, Share share, String key) {
        CaseNumber followed = cases.lockOfInvoice(share.invoiceId())
                .map(CollectionCase::number)
                .orElse(null);
        if (!receivables
                .invoice(share.invoiceId())
                .currency()
                .equals(share.amount().getCurrencyUnit())) {
            throw new Invalid("invoice", "payments.invalid.currency");
        }
        Money open = receivables.reckoning(share.invoiceId()).toPay();
        if (share.amount().isGreaterThan(open)) {
            throw new Invalid("amount", "payments.invalid.open", open);
        }
        moves.keep(
                key,
                payment,
                Move.Kind.POSTED,
                share.amount(),
                share.invoiceId(),
                followed,
                null,
                CurrentPerson.name());
        posting.pay(payment, share.invoiceId(), share.amount(), followed, source(payment, key));
        return followed;
    }

    private static String source(Payment payment, String key) {
        return "payment:" + payment.id() + ":" + key;
    }

    /**
     * Takes money that waits out of these books.
     *
     * @param kind where it goes; only a manager or an administrator sends money back
     * @param key under which it is done once
     * @throws NoSuchElementException when there is no such payment
     * @throws Invalid when nothing waits, or there is no reason
     */
    public void takeOff(long paymentId, Move.Kind kind, String reason, UUID key) {
        checkMay(kind);
        Payment payment = payments.lock(paymentId);
        if (isDone(payment, key.toString())) {
            return;
        }
        if (payment.state() != PaymentState.QUEUED) {
            throw new Invalid("payment", "payments.invalid.nothing");
        }
        leave(payment, kind, key.toString(), reason);
    }

    /**
     * Takes back what a person did with a payment; a case that it had ended is opened again when money is owed. Does nothing
     * when it was taken back before.
     *
     * @throws NoSuchElementException when there is no such move
     * @throws Invalid when there is no reason, or a part of the money was given back to the debtor since
     */
    public void undo(long moveId, String reason) {
        Move move = moves.find(moveId).orElseThrow(() -> new NoSuchElementException("There is no move " + moveId));
        checkMay(move.kind());
        Payment payment = payments.lock(move.paymentId());
        String why = checked(reason);
        if (moves.find(moveId).map(Move::undone).isPresent()) {
            return;
        }
        moves.undone(moveId, CurrentPerson.name(), why);
        if (move.invoiceId() != null) {
            takeBack(payment, move.invoiceId(), source(payment, move.key()), move.key(), why);
        }
        settle(payment, payment.waiting().plus(move.amount()), QueueReason.TAKEN_BACK, payment.caseNumber());
    }

    /**
     * Takes back what was posted by the payment's own reference. Does nothing when it was taken back before, or nothing was
     * posted so.
     *
     * @throws NoSuchElementException when there is no such payment
     * @throws Invalid when there is no reason, or a part of the money was given back to the debtor since
     */
    public void undoPosting(long paymentId, String reason) {
        Payment payment = payments.lock(paymentId);
        String why = checked(reason);
        String key = "reference." + paymentId;
        Money taken = payment.caseNumber() == null || isDone(payment, key)
                ? zero(payment)
                : takeBack(payment, cases.lock(payment.caseNumber()).invoiceId(), "payment:" + paymentId, key, why);
        if (taken.isPositive()) {
            Optional<Long> id = moves.keep(
                    key,
                    payment,
                    Move.Kind.POSTED,
                    taken,
                    cases.get(payment.caseNumber()).invoiceId(),
                    payment.caseNumber(),
                    null,
                    null);
            id.ifPresent(move -> moves.undone(move, CurrentPerson.name(), why));
            settle(payment, payment.waiting().plus(taken), QueueReason.TAKEN_BACK, payment.caseNumber());
        }
    }

    /**
     * Matches what the bank took back with the payment that it was: that payment is taken back from wherever it was posted,
     * and neither waits any more. A case that it had ended is opened again.
     *
     * @param reversalId the negative payment
     * @param paymentId the payment that it takes back, of the same amount
     * @throws NoSuchElementException when there is no such payment
     * @throws Invalid when they do not fit each other
     */
    public void reverse(long reversalId, long paymentId, String reason) {
        Payment payment = payments.lock(paymentId);
        Payment reversal = payments.lock(reversalId);
        if (reversal.state() != PaymentState.QUEUED
                || !reversal.waiting().isNegative()
                || !reversal.waiting().negated().isEqual(payment.amount())) {
            throw new Invalid("payment", "payments.invalid.reversal");
        }
        undoPosting(paymentId, reason);
        moves.of(paymentId).stream().filter(move -> move.undone() == null).forEach(move -> undo(move.id(), reason));
        leave(payments.lock(paymentId), Move.Kind.REVERSED, UUID.randomUUID().toString(), reason);
        leave(reversal, Move.Kind.REVERSED, UUID.randomUUID().toString(), reason);
    }

    private void leave(Payment payment, Move.Kind kind, String key, String reason) {
        moves.keep(key, payment, kind, payment.waiting(), null, null, checked(reason), CurrentPerson.name());
        settle(payment, zero(payment), null, payment.caseNumber());
    }

    private Money takeBack(Payment payment, long invoiceId, String paid, String key, String reason) {
        CollectionCase followed = cases.lockOfInvoice(invoiceId).orElse(null);
        if (receivables.hasRefunded(invoiceId)) {
            throw new Invalid("payment", "payments.invalid.refunded");
        }
        Voucher voucher = new Voucher(
                payment.bookedOn(), "payment:" + payment.id() + ":back:" + key, reason, CurrentPerson.name());
        Money taken = receivables.takeBack(invoiceId, paid, voucher);
        if (followed != null && taken.isPositive()) {
            events.publishEvent(new PaymentTakenBack(followed.number(), taken.toString(), payment.bookedOn(), reason));
            if (followed.state() == CaseState.CLOSED
                    && ENDED_BY_MONEY.contains(followed.closingReason())
                    && !receivables.reckoning(invoiceId).isSettled()) {
                cases.reopen(followed.number());
            }
        }
        return taken;
    }

    private static void checkMay(Move.Kind kind) {
        if (kind == Move.Kind.RETURNED && !CurrentPerson.has(Role.MANAGER, Role.ADMIN)) {
            throw new AccessDeniedException("Only a manager or an administrator sends money back, and takes that back");
        }
    }

    private boolean isDone(Payment payment, String key) {
        return moves.of(payment.id()).stream().anyMatch(move -> move.key().equals(key));
    }

    private static void checkWaiting(Payment payment, Money amount) {
        if (payment.state() != PaymentState.QUEUED || !payment.waiting().isPositive()) {
            throw new Invalid("payment", "payments.invalid.nothing");
        }
        if (amount.isGreaterThan(payment.waiting())) {
            throw new Invalid("amount", "payments.invalid.waiting", payment.waiting());
        }
    }

    private void settle(Payment payment, Money waiting, @Nullable QueueReason reason, @Nullable CaseNumber caseNumber) {
        payments.settle(payment.id(), waiting.isZero() ? null : reason, waiting, caseNumber);
    }

    private static String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Invalid("reason", "payments.invalid.reason");
        }
        return reason.strip().substring(0, Math.min(reason.strip().length(), LONGEST_REASON));
    }

    private static Money zero(Payment payment) {
        return Money.zero(payment.amount().getCurrencyUnit());
    }
}
