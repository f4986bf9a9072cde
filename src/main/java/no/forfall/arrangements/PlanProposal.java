package no.forfall.arrangements;

import java.time.LocalDate;
import java.util.List;
import no.forfall.policy.PlanTerms;
import org.joda.money.Money;

/**
 * A plan as it would be made, and how far it may be changed. Amounts are in the claim's currency.
 *
 * @param instalments each on a banking day
 * @param fee what the plan itself costs, which is part of the instalments; zero for most
 * @param interest an estimate of the late interest that runs until the last instalment; it is not part of the instalments
 * @param needsApproval whether a second person has to approve it
 * @param mostMonths the most instalments; the fewest are {@link PlanTerms#FEWEST}
 * @param approvalAbove a plan of more months needs the approval
 * @param leastInstalment the least that each is
 * @param latestFirst the last day for the first instalment
 */
public record PlanProposal(
        List<Instalment> instalments,
        Money fee,
        Money interest,
        boolean needsApproval,
        int mostMonths,
        int approvalAbove,
        Money leastInstalment,
        LocalDate latestFirst) {

    public PlanProposal {
        instalments = List.copyOf(instalments);
    }

    public int months() {
        return instalments.size();
    }

    /** What each month costs; the last one may differ by what does not divide. */
    public Money each() {
        return instalments.get(0).amount();
    }

    /** All that is paid by the instalments, the fee among it. */
    public Money total() {
        return Money.total(instalments.stream().map(Instalment::amount).toList());
    }

    public LocalDate lastOn() {
        return instalments.get(instalments.size() - 1).dueOn();
    }
}
