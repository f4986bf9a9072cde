package no.forfall.arrangements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.engine.InvalidForm;
import no.forfall.policy.PlanTerms;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out plans before they are made, with the amounts, the policy and the law of today. */
@Service
@Transactional(readOnly = true)
public class PlanProposals {

    private static final int USUAL_MONTHS = 3;

    private final ArrangementLimits limits;
    private final Schedules schedules;
    private final InterestAhead interest;
    private final Cases cases;
    private final Owed owed;
    private final BankingDays bankingDays;

    PlanProposals(
            ArrangementLimits limits,
            Schedules schedules,
            InterestAhead interest,
            Cases cases,
            Owed owed,
            BankingDays bankingDays) {
        this.limits = limits;
        this.schedules = schedules;
        this.interest = interest;
        this.cases = cases;
        this.owed = owed;
        this.bankingDays = bankingDays;
    }

    /**
     * @param months how many instalments; null when {@code each} says it, or as many as is usual
     * @param each what is paid each month at most, in major units of the claim's currency; asked only where months are null
     * @param firstOn null for the next banking day; another day is moved to the next banking day when it is none
     * @throws InvalidForm naming {@code instalments}, {@code each} or {@code firstOn}, with the limit
     * @throws CaseNotOpen when the case is closed, or nothing is to be paid
     */
    public PlanProposal of(
            CaseNumber caseNumber, @Nullable Integer months, @Nullable BigDecimal each, @Nullable LocalDate firstOn) {
        Money all = owed.toPay(caseNumber);
        CaseState state = cases.get(caseNumber).state();
        if (state == CaseState.CLOSED || !all.isPositive()) {
            throw new CaseNotOpen(caseNumber, state);
        }
        PlanTerms terms = limits.plan(caseNumber);
        Money fee = limits.fee(caseNumber, terms, all);
        Money total = all.plus(fee);
        int most = terms.mostFor(total);
        int count = months != null ? months : each != null ? count(total, each) : Math.min(USUAL_MONTHS, most);
        LocalDate today = cases.today(caseNumber);
        Country country = owed.invoice(caseNumber).creditor().country();
        LocalDate first = firstOn == null ? bankingDays.plus(country, today, 1) : firstOn;
        limits.checkPlan(caseNumber, terms, total, count, first);
        List<Instalment> instalments = schedules.of(total, count, first, country);
        return new PlanProposal(
                instalments,
                fee,
                interest.of(caseNumber, instalments),
                terms.needsApproval(count),
                most,
                terms.approvalAbove(),
                Money.of(total.getCurrencyUnit(), terms.leastInstalment(), RoundingMode.HALF_UP),
                today.plusDays(terms.firstDays()));
    }

    private static int count(Money total, BigDecimal each) {
        if (each.signum() <= 0) {
            throw new InvalidForm(java.util.Map.of("each", "arrange.plan.each"));
        }
        BigDecimal months = total.getAmount().divide(each, 0, RoundingMode.UP);
        return months.max(BigDecimal.valueOf(PlanTerms.FEWEST))
                .min(BigDecimal.valueOf(PlanTerms.LONGEST + 1L))
                .intValue();
    }
}
