package no.forfall.payments;

import no.forfall.receivables.Receivables;
import no.forfall.receivables.Voucher;
import no.forfall.shared.CaseNumber;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that came in on a case and that its invoice does not need. */
@Service
public class Overpayments {

    private final Payments payments;
    private final Receivables receivables;

    Overpayments(Payments payments, Receivables receivables) {
        this.payments = payments;
        this.receivables = receivables;
    }

    /** What waits on the case in a currency; zero when nothing. */
    @Transactional(readOnly = true)
    public Money waiting(CaseNumber caseNumber, CurrencyUnit currency) {
        return payments.of(caseNumber).stream()
                .filter(payment -> isOver(payment, caseNumber, currency))
                .map(Payment::waiting)
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Books money that waits as paid on the invoice, oldest payment first, so that it can be refunded from there.
     *
     * @param amount no more than waits; nothing happens for zero
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(CaseNumber caseNumber, long invoiceId, Money amount, Voucher voucher) {
        Money left = amount;
        for (Payment payment : payments.of(caseNumber)) {
            if (left.isPositive() && isOver(payment, caseNumber, amount.getCurrencyUnit())) {
                Money taken = payment.waiting().isLessThan(left) ? payment.waiting() : left;
                receivables.overpay(
                        invoiceId,
                        taken,
                        new Voucher(
                                voucher.on(),
                                "payment:" + payment.id() + ":" + voucher.source(),
                                voucher.reason(),
                                voucher.person()));
                Money waiting = payment.waiting().minus(taken);
                payments.settle(payment.id(), waiting.isZero() ? null : payment.reason(), waiting, caseNumber);
                left = left.minus(taken);
            }
        }
    }

    /** What is left of a payment that was split waits on the case that its reference led to only. */
    private static boolean isOver(Payment payment, CaseNumber caseNumber, CurrencyUnit currency) {
        return payment.state() == PaymentState.QUEUED
                && caseNumber.equals(payment.caseNumber())
                && payment.waiting().isPositive()
                && payment.waiting().getCurrencyUnit().equals(currency);
    }
}
