package no.forfall.receivables;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * What is open on an invoice, part by part, and the interest that has accrued but was not demanded yet. Derived, never
 * stored.
 *
 * @param principal negative when more was credited or paid than invoiced
 * @param accruedInterest interest up to today beyond what was charged; not owed before a letter demands it
 * @param interestThrough the last day counted: today, or earlier where the law has set no rate yet
 */
public record Balance(
        Money principal,
        Money fee,
        Money interest,
        Money compensation,
        Money costs,
        Money accruedInterest,
        LocalDate interestThrough) {

    /** What the debtor has to pay to be done: the open parts, without accrued interest; zero when nothing. */
    public Money toPay() {
        return positive(net());
    }

    /** What the creditor owes the debtor, who was credited or paid more than was owed; zero when nothing. */
    public Money toRefund() {
        return positive(net().negated());
    }

    private Money net() {
        return principal.plus(fee).plus(interest).plus(compensation).plus(costs);
    }

    private static Money positive(Money amount) {
        return amount.isPositive() ? amount : Money.zero(amount.getCurrencyUnit());
    }

    public boolean isSettled() {
        return !net().isPositive();
    }

    public Money of(Part part) {
        return switch (part) {
            case PRINCIPAL -> principal;
            case FEE -> fee;
            case INTEREST -> interest;
            case COMPENSATION -> compensation;
            case COSTS -> costs;
        };
    }
}
