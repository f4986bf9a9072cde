package no.forfall.arrangements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.cases.CaseClosed;
import no.forfall.cases.Cases;
import no.forfall.cases.ClosingReason;
import no.forfall.engine.InvalidForm;
import no.forfall.policy.PlanTerms;
import no.forfall.policy.PromiseTerms;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes promises and plans within the limits of the policy, and ends them. A case has one at most that is not at its end. */
@Service
@Transactional
public class Arrangements {

    private final ArrangementTable table;
    private final ArrangementLimits limits;
    private final Schedules schedules;
    private final Cases cases;
    private final Owed owed;
    private final ApplicationEventPublisher events;

    Arrangements(
            ArrangementTable table,
            ArrangementLimits limits,
            Schedules schedules,
            Cases cases,
            Owed owed,
            ApplicationEventPublisher events) {
        this.table = table;
        this.limits = limits;
        this.schedules = schedules;
        this.cases = cases;
        this.owed = owed;
        this.events = events;
    }

    /**
     * Records that something will be paid on a day.
     *
     * @param on moved to the next banking day when it is none
     * @param part how much of what is to be paid now; null when all of it
     * @throws InvalidForm naming {@code day} when it is past or too far ahead, or {@code amount} when it is too little or more
     *     than is to be paid; with the limit
     * @throws IllegalStateException when another promise or plan is open, or nothing is to be paid
     */
    Arrangement promise(CaseNumber caseNumber, LocalDate on, @Nullable BigDecimal part, String madeBy) {
        PromiseTerms terms = limits.promise(caseNumber);
        Money all = toPay(caseNumber);
        Money promised = limits.checkPromise(caseNumber, terms, on, all, part);
        Arrangement made = make(
                caseNumber,
                ArrangementKind.PROMISE,
                schedules.of(
                        promised, 1, on, owed.invoice(caseNumber).creditor().country()),
                Arrangement.Terms.of(terms.graceDays(), Money.zero(all.getCurrencyUnit()), terms.basis()),
                madeBy,
                ArrangementState.OPEN);
        events.publishEvent(new PromiseMade(caseNumber, made.total().toString(), made.firstOn()));
        return made;
    }

    /**
     * Makes a plan of monthly instalments of equal size for everything that is to be paid now and what the plan itself costs;
     * the last one takes what does not divide, and each lies on a banking day.
     *
     * @param agreed whether the debtor has said yes already; else the plan waits for it
     * @return WAITING when the policy asks for a second person, who {@link #approve}s it or not
     * @throws InvalidForm naming {@code instalments} or {@code firstOn} when the policy does not allow as many, or the first day
     *     is past or too far ahead; with the limit
     * @throws IllegalStateException when another promise or plan is open, or nothing is to be paid
     */
    public Arrangement plan(CaseNumber caseNumber, int instalments, LocalDate firstOn, boolean agreed, String madeBy) {
        PlanTerms terms = limits.plan(caseNumber);
        Money all = toPay(caseNumber);
        Money fee = limits.fee(caseNumber, terms, all);
        limits.checkPlan(caseNumber, terms, all.plus(fee), instalments, firstOn);
        boolean waits = terms.needsApproval(instalments);
        Arrangement made = make(
                caseNumber,
                ArrangementKind.PLAN,
                schedules.of(
                        all.plus(fee),
                        instalments,
                        firstOn,
                        owed.invoice(caseNumber).creditor().country()),
                Arrangement.Terms.of(terms.graceDays(), fee, terms.basis()),
                madeBy,
                waits ? ArrangementState.WAITING : after(agreed));
        events.publishEvent(
                waits ? new PlanWaits(caseNumber, instalments, made.total().toString(), made.firstOn()) : told(made));
        return made;
    }

    private static ArrangementState after(boolean agreed) {
        return agreed ? ArrangementState.OPEN : ArrangementState.PROPOSED;
    }

    private static Object told(Arrangement plan) {
        int instalments = plan.instalments().size();
        String total = plan.total().toString();
        return plan.state() == ArrangementState.PROPOSED
                ? new PlanProposed(plan.caseNumber(), instalments, total, plan.firstOn())
                : new PlanAgreed(plan.caseNumber(), instalments, total, plan.firstOn());
    }

    /** @throws InvalidForm as {@link #plan} does */
    void checkPlan(CaseNumber caseNumber, int instalments, LocalDate firstOn) {
        PlanTerms terms = limits.plan(caseNumber);
        Money all = toPay(caseNumber);
        limits.checkPlan(caseNumber, terms, all.plus(limits.fee(caseNumber, terms, all)), instalments, firstOn);
    }

    /**
     * A second person approves the plan: it counts from now on, or is proposed to the debtor.
     *
     * @param agreed whether the debtor has said yes already
     * @throws IllegalStateException when none waits for it
     */
    public Arrangement approve(CaseNumber caseNumber, boolean agreed) {
        Arrangement plan = moved(caseNumber, ArrangementState.WAITING, after(agreed));
        events.publishEvent(told(plan));
        return plan;
    }

    /**
     * A second person does not approve the plan: it lapses, and the case waits until something else is agreed.
     *
     * @param reason in the person's own words; null when none was given
     * @throws IllegalStateException when none waits for it
     */
    public void refuse(CaseNumber caseNumber, @Nullable String reason) {
        moved(caseNumber, ArrangementState.WAITING, ArrangementState.LAPSED);
        events.publishEvent(new PlanRefused(caseNumber, reason));
    }

    /**
     * The debtor says yes to the plan that was proposed.
     *
     * @throws IllegalStateException when none waits for a yes
     */
    public Arrangement accept(CaseNumber caseNumber) {
        Arrangement plan = moved(caseNumber, ArrangementState.PROPOSED, ArrangementState.OPEN);
        events.publishEvent(told(plan));
        return plan;
    }

    private Arrangement moved(CaseNumber caseNumber, ArrangementState from, ArrangementState to) {
        cases.lock(caseNumber);
        Arrangement plan = live(caseNumber)
                .filter(found -> found.state() == from)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no plan that is " + from));
        table.state(plan.id(), to);
        return plan.in(to);
    }

    private Arrangement make(
            CaseNumber caseNumber,
            ArrangementKind kind,
            List<Instalment> instalments,
            Arrangement.Terms terms,
            String madeBy,
            ArrangementState state) {
        if (live(caseNumber).isPresent()) {
            throw new IllegalStateException("Case " + caseNumber + " has an open promise or plan already");
        }
        Invoice invoice = owed.invoice(caseNumber);
        Arrangement made = new Arrangement(
                UUID.randomUUID(),
                caseNumber,
                kind,
                cases.today(caseNumber),
                madeBy,
                owed.settled(invoice),
                instalments,
                terms,
                state);
        table.insert(made);
        return made;
    }

    private Money toPay(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        Money all = owed.toPay(caseNumber);
        if (!all.isPositive()) {
            throw new IllegalStateException("Nothing is to be paid on case " + caseNumber);
        }
        return all;
    }

    /** Nobody waits for it any more; does nothing when none is open. */
    void lapse(CaseNumber caseNumber) {
        live(caseNumber)
                .ifPresent(open -> end(open, ArrangementState.LAPSED, new ArrangementLapsed(caseNumber, open.kind())));
    }

    Arrangement end(Arrangement ended, ArrangementState state, Object event) {
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
