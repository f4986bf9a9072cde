package no.forfall.receivables;

import org.joda.money.Money;

/** More was to be taken off a claim, or given back, than there is. */
public class AmountTooLarge extends RuntimeException {

    private final Money most;

    AmountTooLarge(Money asked, Money most) {
        super(asked + " is more than the " + most + " that there is");
        this.most = most;
    }

    /** The largest amount that would do. */
    public Money most() {
        return most;
    }
}
