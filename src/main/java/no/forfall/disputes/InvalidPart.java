package no.forfall.disputes;

import org.joda.money.Money;

/** What is said to be disputed is no part of the open principal. */
public class InvalidPart extends RuntimeException {

    private final Money open;

    InvalidPart(Money part, Money open) {
        super(part + " is no part of the open principal; name an amount above zero and up to " + open
                + ", or none when the whole claim is disputed");
        this.open = open;
    }

    /** The most that can be disputed. */
    public Money open() {
        return open;
    }
}
