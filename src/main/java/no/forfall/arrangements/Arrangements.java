package no.forfall.arrangements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.forfall.cases.CaseClosed;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.engine.InvalidForm;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.LineKind;
import no.forfall.receivables.Receivables;
import no.forfall.shared.BankingDays;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes promises and plans and finds out whether they are kept. A case has one at most that is not at its end. Kept is what
 * was paid, credited or waived since it was made and reaches what was due, three banking days of grace included.
 */
@Service
@Transactional
public class Arrangements {

    /** Banking days after the day on which something is due; a payment under way is not a broken word. */
    public static final int GRACE = 3;

    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private final ArrangementTable table;
    private final Cases cases;
    private final Receivables receivables;
    private final BankingDays bankingDays;
    private final ArrangementSettings settings;
    private final ApplicationEventPublisher events;

    Arrangements(
            ArrangementTable table,
            Cases cases,
            Receivables receivables,
            BankingDays bankingDays,
            ArrangementSettings settings,
            ApplicationEventPublisher events) {
        this.table = table;
        this.cases = cases;
        this.receivables = receivables;
        this.bankingDays = bankingDays;
        this.settings = settings;
        this.events = events;
    }

    /** The last day that debtors may promise by themselves. */
    @Transactional(readOnly = true)
    public LocalDate latestPromise(CaseNumber caseNumber) {
        return cases.today(caseNumber).plusDays(settings.promiseDays());
    }

    /** The last day for the first instalment of a plan. */
    @Transactional(readOnly = true)
    public LocalDate latestFirstInstalment(CaseNumber caseNumber) {
        return cases.today(caseNumber).plusDays(settings.firstInstalmentDays());
    }

    /**
     * Records that something will be paid on a day.
     *
     * @param on moved to the next banking day when it is none
     * @param part how much of what is to be paid now; null when all of it
     * @throws InvalidForm naming {@code day} when it is past or too far ahead, or {@code amount} when it is nothing or more
     *     than is to be paid
     * @throws IllegalStateException when another promise or plan is open, or nothing is to be paid
     */
    Arrangement promise(CaseNumber caseNumber, LocalDate on, @Nullable BigDecimal part, String madeBy) {
        if (on.isBefore(cases.today(caseNumber)) || on.isAfter(latestPromise(caseNumber))) {
            throw new InvalidForm(Map.of("day", "form.limits"));
        }
        Money all = toPay(caseNumber);
        Money promised = part == null ? all : Money.of(all.getCurrencyUnit(), part, RoundingMode.HALF_UP);
        if (part != null && (!promised.isPositive() || promised.isGreaterThan(all))) {
            throw new InvalidForm(Map.of("amount", "form.amountToPay"));
        }
        Arrangement made = make(caseNumber, ArrangementKind.PROMISE, promised, 1, on, madeBy, ArrangementState.OPEN);
        events.publishEvent(new PromiseMade(caseNumber, made.total().toString(), made.firstOn()));
        return made;
    }

    /**
     * Makes a plan of monthly instalments of equal size for everything that is to be paid now; the last one takes what does
     * not divide, and each lies on a banking day.
     *
     * @param agreed whether the debtor has said yes already; else the plan waits for it
     * @throws InvalidForm naming {@code instalments} or {@code firstOn} when there are not 2 to 12, or the first day is past
     *     or too far ahead
     * @throws IllegalStateException when another promise or plan is open, or nothing is to be paid
     */
    public Arrangement plan(CaseNumber caseNumber, int instalments, LocalDate firstOn, boolean agreed, String madeBy) {
        checkPlan(caseNumber, instalments, firstOn);
        Arrangement made = make(
                caseNumber,
                ArrangementKind.PLAN,
                toPay(caseNumber),
                instalments,
                firstOn,
                madeBy,
                agreed ? ArrangementState.OPEN : ArrangementState.PROPOSED);
        events.publishEvent(
                agreed
                        ? agreed(made)
                        : new PlanProposed(caseNumber, instalments, made.total().toString(), made.firstOn()));
        return made;
    }

    /** @throws InvalidForm as {@link #plan} does */
    void checkPlan(CaseNumber caseNumber, int instalments, LocalDate firstOn) {
        if (instalments < FEWEST || instalments > MOST) {
            throw new InvalidForm(Map.of("instalments", "form.limits"));
        }
        if (firstOn.isBefore(cases.today(caseNumber)) || firstOn.isAfter(latestFirstInstalment(caseNumber))) {
            throw new InvalidForm(Map.of("firstOn", "form.limits"));
        }
    }

    private static PlanAgreed agreed(Arrangement plan) {
        return new PlanAgreed(
                plan.caseNumber(), plan.instalments().size(), plan.total().toString(), plan.firstOn());
    }

    /**
     * The debtor says yes to the plan that was proposed.
     *
     * @throws IllegalStateException when none waits for a yes
     */
    public Arrangement accept(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        Arrangement plan = live(caseNumber)
                .filter(found -> found.state() == ArrangementState.PROPOSED)
                .orElseThrow(
                        () -> new IllegalStateException("Case " + caseNumber + " has no plan that waits for a yes"));
        table.state(plan.id(), ArrangementState.OPEN);
        Arrangement open = plan.in(ArrangementState.OPEN);
        events.publishEvent(agreed(open));
        return open;
    }

    private Arrangement make(
            CaseNumber caseNumber,
            ArrangementKind kind,
            Money total,
            int instalments,
            LocalDate firstOn,
            String madeBy,
            ArrangementState state) {
        if (live(caseNumber).isPresent()) {
            throw new IllegalStateException("Case " + caseNumber + " has an open promise or plan already");
        }
        Invoice invoice = invoice(caseNumber);
        LocalDate today = cases.today(caseNumber);
        Arrangement made = new Arrangement(
                UUID.randomUUID(),
                caseNumber,
                kind,
                today,
                madeBy,
                settled(invoice),
                parts(total, instalments, firstOn, invoice.creditor().country()),
                state);
        table.insert(made);
        return made;
    }

    private Money toPay(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        Money all = receivables
                .balanceOf(invoice(caseNumber).id(), cases.today(caseNumber))
                .toPay();
        if (!all.isPositive()) {
            throw new IllegalStateException("Nothing is to be paid on case " + caseNumber);
        }
        return all;
    }

    private List<Instalment> parts(Money total, int count, LocalDate firstOn, Country country) {
        Money each = total.dividedBy(count, RoundingMode.DOWN);
        List<Instalment> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Money amount = i == count - 1 ? total.minus(each.multipliedBy(count - 1)) : each;
            parts.add(new Instalment(bankingDays.onOrAfter(country, firstOn.plusMonths(i)), amount));
        }
        return parts;
    }

    private Invoice invoice(CaseNumber caseNumber) {
        return receivables.invoice(cases.get(caseNumber).invoiceId());
    }

    /** All that has lowered the claim, less what was given or taken back. */
    private Money settled(Invoice invoice) {
        return receivables.ledger(invoice.id()).stream()
                .filter(line -> line.kind() != LineKind.CHARGE)
                .map(line -> line.effect().negated())
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /**
     * Finds out whether the open promise or plan is kept so far, counting what was due and whose grace has passed.
     *
     * @return as it stands afterwards: kept when all of it is paid, broken when something is missing, else open
     * @throws IllegalStateException when none is open
     */
    public Arrangement check(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        Arrangement open = live(caseNumber)
                .filter(found -> found.state() == ArrangementState.OPEN)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no open promise or plan"));
        Invoice invoice = invoice(caseNumber);
        Money paid = settled(invoice).minus(open.settledBefore());
        if (!paid.isLessThan(open.total())) {
            return end(open, ArrangementState.KEPT, new ArrangementKept(caseNumber, open.kind()));
        }
        Country country = invoice.creditor().country();
        LocalDate today = cases.today(caseNumber);
        Money expected = Money.zero(invoice.currency());
        for (Instalment part : open.instalments()) {
            expected = expected.plus(part.amount());
            boolean isOver = !bankingDays.plus(country, part.dueOn(), GRACE).isAfter(today);
            if (isOver && paid.isLessThan(expected)) {
                return end(open, ArrangementState.BROKEN, new ArrangementBroken(caseNumber, open.kind(), part.dueOn()));
            }
        }
        return open;
    }

    /** The day on which the next instalment is due whose grace has not passed; the last one when none is left. */
    @Transactional(readOnly = true)
    public LocalDate nextDue(Arrangement open) {
        Country country = invoice(open.caseNumber()).creditor().country();
        LocalDate today = cases.today(open.caseNumber());
        return open.instalments().stream()
                .map(Instalment::dueOn)
                .filter(due -> bankingDays.plus(country, due, GRACE).isAfter(today))
                .findFirst()
                .orElseGet(() ->
                        open.instalments().get(open.instalments().size() - 1).dueOn());
    }

    /** Nobody waits for it any more; does nothing when none is open. */
    void lapse(CaseNumber caseNumber) {
        live(caseNumber)
                .ifPresent(open -> end(open, ArrangementState.LAPSED, new ArrangementLapsed(caseNumber, open.kind())));
    }

    private Arrangement end(Arrangement ended, ArrangementState state, Object event) {
        table.state(ended.id(), state);
        events.publishEvent(event);
        return ended.in(state);
    }

    /**
     * A claim that is paid is a word that was kept, however it was to be paid. Only a case that was held can have an open
     * one, so that all others are not asked about.
     */
    @EventListener
    void ends(CaseClosed closed) {
        if (cases.get(closed.caseNumber()).holdReason() == null) {
            return;
        }
        live(closed.caseNumber()).ifPresent(live -> {
            boolean kept = closed.reason() == ClosingReason.PAID && live.state() == ArrangementState.OPEN;
            if (kept) {
                end(live, ArrangementState.KEPT, new ArrangementKept(live.caseNumber(), live.kind()));
            } else {
                lapse(live.caseNumber());
            }
        });
    }

    /** The promise or plan that is not at its end. */
    @Transactional(readOnly = true)
    public Optional<Arrangement> live(CaseNumber caseNumber) {
        return of(caseNumber).stream().filter(each -> each.state().isLive()).findFirst();
    }

    /** All promises and plans of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Arrangement> of(CaseNumber caseNumber) {
        return table.of(caseNumber);
    }
}
