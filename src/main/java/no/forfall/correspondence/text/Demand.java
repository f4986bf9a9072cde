package no.forfall.correspondence.text;

import no.forfall.law.InterestStatement;
import org.joda.money.Money;

/**
 * What a letter asks for, each part apart, in the invoice's currency.
 *
 * @param invoiced the principal as invoiced
 * @param disputed what of the open principal is disputed and not asked for while the rest is; zero for most
 * @param principal what is open of it and asked for
 * @param earlierFee fees of earlier letters that are open
 * @param newFee the fee of this letter; zero when it charges none
 * @param interest the interest asked for: what was charged and is open, and what this letter adds
 * @param newInterest what this letter adds to the interest
 * @param newCompensation the whole compensation that this letter charges, before earlier fees are set off; zero when none
 * @param statement how all interest since the due date on what is asked for was counted; empty when the letter asks for none
 */
public record Demand(
        Money invoiced,
        Money disputed,
        Money principal,
        Money earlierFee,
        Money newFee,
        Money interest,
        Money newInterest,
        Money compensation,
        Money costs,
        Money newCompensation,
        InterestStatement statement) {

    /** What of the compensation is not asked for, because fees stand beside it already. */
    public Money offset() {
        return newCompensation.isPositive() ? newCompensation.minus(compensation) : newCompensation;
    }

    public Money fee() {
        return earlierFee.plus(newFee);
    }

    /** What settles the claim. */
    public Money total() {
        return principal.plus(fee()).plus(interest).plus(compensation).plus(costs);
    }

    /** What was paid or credited on the principal. */
    public Money reduced() {
        return invoiced.minus(disputed).minus(principal);
    }

    /** What was paid on interest, or corrected, since it began to run; zero for most. */
    public Money interestSettled() {
        return statement.total().minus(interest);
    }
}
