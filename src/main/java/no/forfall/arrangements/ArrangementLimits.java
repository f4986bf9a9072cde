package no.forfall.arrangements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import no.forfall.cases.Cases;
import no.forfall.engine.CaseBook;
import no.forfall.engine.InvalidForm;
import no.forfall.law.Law;
import no.forfall.law.PaymentPlan;
import no.forfall.policy.ArrangementPolicy;
import no.forfall.policy.PlanTerms;
import no.forfall.policy.PromiseTerms;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far promises and plans of a case may go today, for debtors and handlers alike, as the policy says. */
@Service
@Transactional(readOnly = true)
public class ArrangementLimits {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final ArrangementPolicy policy;
    private final ArrangementTable table;
    private final Cases cases;
    private final Owed owed;
    private final CaseBook caseBook;
    private final Law law;

    ArrangementLimits(
            ArrangementPolicy policy, ArrangementTable table, Cases cases, Owed owed, CaseBook caseBook, Law law) {
        this.policy = policy;
        this.table = table;
        this.cases = cases;
        this.owed = owed;
        this.caseBook = caseBook;
        this.law = law;
    }

    public PromiseTerms promise(CaseNumber caseNumber) {
        LocalDate today = cases.today(caseNumber);
        return policy.promise(cases.get(caseNumber).invoiceId(), today, broken(caseNumber, today));
    }

    public PlanTerms plan(CaseNumber caseNumber) {
        LocalDate today = cases.today(caseNumber);
        return policy.plan(cases.get(caseNumber).invoiceId(), today, broken(caseNumber, today));
    }

    private int broken(CaseNumber caseNumber, LocalDate today) {
        return table.broken(cases.get(caseNumber).invoiceId(), today.minusYears(1));
    }

    /**
     * The limits of what is to be paid today. Days are local dates in the creditor's country.
     *
     * @param mostInstalments below two when the claim is too small to be divided
     * @param leastInstalment in the claim's currency
     */
    public record Bounds(
            LocalDate lastPromise, LocalDate lastFirstInstalment, int mostInstalments, Money leastInstalment) {}

    public Bounds bounds(CaseNumber caseNumber) {
        LocalDate today = cases.today(caseNumber);
        PlanTerms plan = plan(caseNumber);
        Money all = owed.toPay(caseNumber);
        return new Bounds(
                today.plusDays(promise(caseNumber).mostDays()),
                today.plusDays(plan.firstDays()),
                plan.mostFor(all.plus(fee(caseNumber, plan, all))),
                least(plan, all));
    }

    private static Money least(PlanTerms terms, Money all) {
        return Money.of(all.getCurrencyUnit(), terms.leastInstalment(), RoundingMode.HALF_UP);
    }

    /**
     * @param part how much of all is promised; null when all of it
     * @return what is promised
     * @throws InvalidForm naming {@code day} or {@code amount}, with the limit
     */
    Money checkPromise(CaseNumber caseNumber, PromiseTerms terms, LocalDate on, Money all, @Nullable BigDecimal part) {
        LocalDate today = cases.today(caseNumber);
        LocalDate last = today.plusDays(terms.mostDays());
        if (on.isBefore(today) || on.isAfter(last)) {
            throw InvalidForm.beyond("day", "arrange.promise.day", terms.mostDays(), last);
        }
        if (part == null) {
            return all;
        }
        Money promised = Money.of(all.getCurrencyUnit(), part, RoundingMode.HALF_UP);
        Money least = all.multipliedBy(BigDecimal.valueOf(terms.leastShare()).divide(PERCENT), RoundingMode.HALF_UP);
        if (!promised.isPositive() || promised.isGreaterThan(all)) {
            throw InvalidForm.beyond("amount", "arrange.promise.amount", all);
        }
        if (promised.isLessThan(least)) {
            throw InvalidForm.beyond("amount", "arrange.promise.share", least, terms.leastShare());
        }
        return promised;
    }

    /**
     * @param total all that the instalments are to pay
     * @throws InvalidForm naming {@code instalments} or {@code firstOn}, with the limit
     */
    void checkPlan(CaseNumber caseNumber, PlanTerms terms, Money total, int instalments, LocalDate firstOn) {
        checkCount(terms, total, instalments);
        LocalDate today = cases.today(caseNumber);
        LocalDate last = today.plusDays(terms.firstDays());
        if (firstOn.isBefore(today) || firstOn.isAfter(last)) {
            throw InvalidForm.beyond("firstOn", "arrange.plan.first", terms.firstDays(), last);
        }
    }

    static void checkCount(PlanTerms terms, Money total, int instalments) {
        int most = terms.mostFor(total);
        Money least = least(terms, total);
        if (most < PlanTerms.FEWEST) {
            throw InvalidForm.beyond("instalments", "arrange.plan.none", least);
        }
        if (instalments < PlanTerms.FEWEST || instalments > most) {
            boolean bySize = most < terms.mostMonths();
            throw bySize && instalments > most
                    ? InvalidForm.beyond("instalments", "arrange.plan.size", most, least)
                    : InvalidForm.beyond("instalments", "arrange.plan.months", PlanTerms.FEWEST, most);
        }
    }

    /**
     * What a plan for all that is left of the claim, made with the debtor and confirmed in writing, costs today, in the claim's
     * currency; zero where the policy spares it or the law takes it ({@link Law#planFee}).
     */
    Money fee(CaseNumber caseNumber, PlanTerms terms, Money all) {
        Money none = Money.zero(all.getCurrencyUnit());
        return !terms.chargeFee()
                ? none
                : law.planFee(new PaymentPlan(true, true, true), caseBook.facts(caseNumber), cases.today(caseNumber))
                        .filter(fee -> fee.getCurrencyUnit().equals(all.getCurrencyUnit()))
                        .orElse(none);
    }
}
