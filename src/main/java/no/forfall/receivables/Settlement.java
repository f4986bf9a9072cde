package no.forfall.receivables;

import java.util.Map;
import org.joda.money.Money;

/**
 * How an amount is used on an invoice.
 *
 * @param applied what goes to each part, only parts that get something
 * @param left what no part needs; zero when all is used. Of a payment it is not booked; of a credit note it is booked on
 *     the principal, and the creditor owes it to the debtor
 */
public record Settlement(Map<Part, Money> applied, Money left) {

    public Settlement {
        applied = Map.copyOf(applied);
    }

    /** Whether nothing is to be booked. */
    public boolean isEmpty() {
        return applied.isEmpty();
    }
}
