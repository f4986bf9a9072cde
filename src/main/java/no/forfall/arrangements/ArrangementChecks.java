package no.forfall.arrangements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.forfall.cases.Cases;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out whether promises and plans are kept. What was paid, credited or waived since one was made settles its instalments
 * in their order. An instalment is missed a banking day after its own, since a payment of that day is in the bank's data by then,
 * and broken when its grace has passed too.
 */
@Service
@Transactional
public class ArrangementChecks {

    private static final int DAYS_IN_THE_BANK = 1;

    private final Arrangements arrangements;
    private final Cases cases;
    private final Owed owed;
    private final BankingDays bankingDays;
    private final ApplicationEventPublisher events;

    ArrangementChecks(
            Arrangements arrangements,
            Cases cases,
            Owed owed,
            BankingDays bankingDays,
            ApplicationEventPublisher events) {
        this.arrangements = arrangements;
        this.cases = cases;
        this.owed = owed;
        this.bankingDays = bankingDays;
        this.events = events;
    }

    /**
     * Looks at the open promise or plan, counting what was due and whose grace has passed.
     *
     * @return as it stands afterwards: kept when all of it is paid; partly kept or broken when something is missing; else open
     * @throws IllegalStateException when none is open
     */
    public Arrangement check(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        Arrangement open = arrangements
                .live(caseNumber)
                .filter(found -> found.state() == ArrangementState.OPEN)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no open promise or plan"));
        Money paid = owed.paidSince(open);
        if (!paid.isLessThan(open.total())) {
            return arrangements.end(open, ArrangementState.KEPT, new ArrangementKept(caseNumber, open.kind()));
        }
        for (InstalmentStanding part : parts(open, paid)) {
            if (part.state() == InstalmentStanding.State.BROKEN) {
                return failed(open, part, paid);
            }
            if (part.state() == InstalmentStanding.State.MISSED && open.kind() == ArrangementKind.PLAN) {
                events.publishEvent(new InstalmentMissed(
                        caseNumber, part.dueOn(), part.missing().toString(), part.lastOn()));
            }
        }
        return open;
    }

    private Arrangement failed(Arrangement open, InstalmentStanding part, Money paid) {
        CaseNumber number = open.caseNumber();
        return open.kind() == ArrangementKind.PROMISE && paid.isPositive()
                ? arrangements.end(
                        open,
                        ArrangementState.PARTLY,
                        new PromisePartlyKept(
                                number,
                                part.dueOn(),
                                paid.toString(),
                                open.total().minus(paid).toString()))
                : arrangements.end(
                        open, ArrangementState.BROKEN, new ArrangementBroken(number, open.kind(), part.dueOn()));
    }

    /**
     * When an open promise or plan is looked at next.
     *
     * @param dueOn the day on which something is due
     * @param afterDays how many banking days after it
     */
    public record Look(LocalDate dueOn, int afterDays) {}

    /** The day after the next instalment, or the end of the grace of one that was missed. */
    @Transactional(readOnly = true)
    public Look next(Arrangement open) {
        Country country = owed.invoice(open.caseNumber()).creditor().country();
        LocalDate today = cases.today(open.caseNumber());
        int grace = open.graceDays();
        for (InstalmentStanding part : parts(open, owed.paidSince(open))) {
            if (bankingDays.plus(country, part.dueOn(), DAYS_IN_THE_BANK).isAfter(today)) {
                return new Look(part.dueOn(), Math.min(DAYS_IN_THE_BANK, grace));
            }
            if (part.missing().isPositive()) {
                return new Look(part.dueOn(), grace);
            }
        }
        return new Look(open.instalments().get(open.instalments().size() - 1).dueOn(), grace);
    }

    /** The instalments of a promise or plan as they stand today; those of one that has ended as they would. */
    @Transactional(readOnly = true)
    public List<InstalmentStanding> standing(Arrangement made) {
        return parts(made, owed.paidSince(made));
    }

    private List<InstalmentStanding> parts(Arrangement made, Money paid) {
        Country country = owed.invoice(made.caseNumber()).creditor().country();
        LocalDate today = cases.today(made.caseNumber());
        List<InstalmentStanding> parts = new ArrayList<>();
        Money left = paid.isNegative() ? Money.zero(paid.getCurrencyUnit()) : paid;
        for (Instalment part : made.instalments()) {
            Money settled = left.isLessThan(part.amount()) ? left : part.amount();
            left = left.minus(settled);
            LocalDate lastOn = bankingDays.plus(country, part.dueOn(), made.graceDays());
            parts.add(new InstalmentStanding(
                    part.dueOn(),
                    part.amount(),
                    settled,
                    lastOn,
                    state(part, settled, today, bankingDays.plus(country, part.dueOn(), DAYS_IN_THE_BANK), lastOn)));
        }
        return parts;
    }

    private static InstalmentStanding.State state(
            Instalment part, Money settled, LocalDate today, LocalDate missedOn, LocalDate brokenOn) {
        if (!settled.isLessThan(part.amount())) {
            return part.dueOn().isAfter(today) ? InstalmentStanding.State.AHEAD : InstalmentStanding.State.PAID;
        }
        if (today.isBefore(missedOn)) {
            return InstalmentStanding.State.DUE;
        }
        return today.isBefore(brokenOn) ? InstalmentStanding.State.MISSED : InstalmentStanding.State.BROKEN;
    }
}
