package no.forfall.receivables;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * What a line of the ledger says.
 *
 * @param on booking day, a local date of the creditor's country
 * @param amount positive; the kind says which way it works
 */
public record Movement(LocalDate on, Part part, LineKind kind, Money amount) {

    /** @throws IllegalArgumentException when the amount is zero or negative */
    public Movement {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A ledger line has a positive amount, not " + amount);
        }
    }

    /** What it adds to what is open; negative when it lowers it. */
    public Money effect() {
        return kind.raises() ? amount : amount.negated();
    }
}
