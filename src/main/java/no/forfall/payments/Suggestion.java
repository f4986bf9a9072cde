package no.forfall.payments;

import java.util.Set;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;

/**
 * An invoice that a payment may be meant for.
 *
 * @param open what has to be paid to be done with it
 * @param score how much speaks for it, from 0 to 100
 * @param hints what speaks for it, the strongest first
 */
public record Suggestion(Invoice invoice, CaseNumber caseNumber, Money open, int score, Set<Hint> hints) {

    private static final int CERTAIN = 60;

    /** Whether more speaks for it than one thing alone. */
    public boolean isCertain() {
        return score >= CERTAIN;
    }

    /** What speaks for an invoice. */
    public enum Hint {
        /** Its number or reference stands in what the payer wrote. */
        NAMED(50),
        /** The payment is just what is open. */
        OPEN_AMOUNT(30),
        /** The payment is just what was invoiced. */
        INVOICED_AMOUNT(20),
        /** The payer is called as the debtor is, in whatever order. */
        SAME_NAME(30),
        /** One of the two names holds the other. */
        LIKE_NAME(20),
        /** The money came to the account that the invoice names. */
        ACCOUNT(10);

        private final int points;

        Hint(int points) {
            this.points = points;
        }

        int points() {
            return points;
        }
    }
}
