package no.forfall.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * How far a plan of monthly instalments may go. Whatever the table says, it has two instalments at least and {@link #LONGEST}
 * at most, and a grace of one banking day at least.
 *
 * @param mostMonths the most instalments
 * @param leastInstalment the least that each of them is, in major units of the claim's currency
 * @param firstDays how many days ahead the first may lie
 * @param approvalAbove a plan of more months needs the approval of a second person; 0 for every plan
 * @param chargeFee whether it is charged for, where the law allows that
 * @param graceDays banking days after an instalment's day
 * @param basis the row that says so
 */
public record PlanTerms(
        int mostMonths,
        BigDecimal leastInstalment,
        int firstDays,
        int approvalAbove,
        boolean chargeFee,
        int graceDays,
        TermsBasis basis) {

    /** The fewest instalments; one would be a promise. */
    public static final int FEWEST = 2;

    /** The most instalments of any plan. */
    public static final int LONGEST = 36;

    /** The most instalments for an amount: as many as the months allow and each is large enough for; may be 0 or 1. */
    public int mostFor(Money total) {
        if (leastInstalment.signum() <= 0) {
            return mostMonths;
        }
        BigDecimal fitting = total.getAmount().divide(leastInstalment, 0, RoundingMode.DOWN);
        return fitting.min(BigDecimal.valueOf(mostMonths)).intValue();
    }

    /** Whether a plan of so many instalments waits for a second person. */
    public boolean needsApproval(int months) {
        return months > approvalAbove;
    }
}
