package no.forfall.arrangements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forfall.cases.CaseClosed;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseResumed;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Flow;
import no.forfall.engine.InvalidForm;
import no.forfall.identity.CurrentPerson;
import no.forfall.receivables.Claims;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what debtors answer: the case stands still and the process {@code debtor-answer} works on it. One answer at a time.
 * All verbs throw {@link AnswerOpen} when an earlier answer is open and {@link CaseNotOpen} when the case is closed.
 */
@Service
@Transactional
public class DebtorAnswers {

    /** The process that works on an answer. */
    public static final String PROCESS = "debtor-answer";

    /** Why a case is held while a promise or a plan is waited for. */
    public static final String HOLD_REASON = "ARRANGEMENT";

    /** Why a case is held whose debtor says that it is paid. */
    public static final String SAYS_PAID = "SAYS_PAID";

    static final String ACCEPTED_SIGNAL = "planAccepted";

    /** What the process is told of a plan that is agreed already. */
    private static final String AGREED_PLAN = "AGREED_PLAN";

    /** More cases than a debtor promises for in one breath. */
    private static final int MOST_AT_ONCE = 100;

    private static final Set<String> OURS = Set.of(HOLD_REASON, SAYS_PAID);

    private final DebtorAnswerTable table;
    private final Arrangements arrangements;
    private final Cases cases;
    private final Receivables receivables;
    private final Claims claims;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    DebtorAnswers(
            DebtorAnswerTable table,
            Arrangements arrangements,
            Cases cases,
            Receivables receivables,
            Claims claims,
            Flow flow,
            ApplicationEventPublisher events) {
        this.table = table;
        this.arrangements = arrangements;
        this.cases = cases;
        this.receivables = receivables;
        this.claims = claims;
        this.flow = flow;
        this.events = events;
    }

    /**
     * “I have paid.”
     *
     * @param on null when the day was not said
     * @throws InvalidForm naming {@code day} when it has not come yet
     */
    public void paid(CaseNumber caseNumber, @Nullable LocalDate on) {
        CaseState state = ready(caseNumber);
        if (on != null && on.isAfter(cases.today(caseNumber))) {
            throw new InvalidForm(Map.of("day", "form.limits"));
        }
        events.publishEvent(new DebtorSaidPaid(caseNumber, on));
        Map<String, Object> facts = new HashMap<>();
        if (on != null) {
            facts.put("saidPaidOn", on.toString());
        }
        begin(new Answer(caseNumber, Answer.Kind.PAID, cases.today(caseNumber), on), state, SAYS_PAID, facts);
    }

    /**
     * “I will pay on that day.”
     *
     * @param on moved to the next banking day when it is none
     * @throws InvalidForm naming {@code day} when it is past or later than {@link ArrangementLimits} allows
     */
    public void promise(CaseNumber caseNumber, LocalDate on) {
        promise(caseNumber, on, null);
    }

    /**
     * “I will pay that much on that day.”
     *
     * @param on moved to the next banking day when it is none
     * @param part in major units of the claim's currency; null when all that is to be paid
     * @throws InvalidForm naming {@code day} as {@link #promise(CaseNumber, LocalDate)} does, or {@code amount} when it is
     *     nothing or more than is to be paid
     */
    public void promise(CaseNumber caseNumber, LocalDate on, @Nullable BigDecimal part) {
        CaseState state = ready(caseNumber);
        Arrangement made = arrangements.promise(caseNumber, on, part, CurrentPerson.name());
        begin(
                new Answer(caseNumber, Answer.Kind.PROMISE, made.madeOn(), made.firstOn()),
                state,
                HOLD_REASON,
                Map.of("promiseDate", made.firstOn().toString(), "graceDays", made.graceDays()));
    }

    /**
     * “I need to pay by instalments.” A person decides about it.
     *
     * @throws InvalidForm naming {@code instalments} or {@code firstOn} as {@link Arrangements#plan} does
     */
    public void plan(CaseNumber caseNumber, int instalments, LocalDate firstOn) {
        CaseState state = ready(caseNumber);
        arrangements.checkPlan(caseNumber, instalments, firstOn);
        events.publishEvent(new DebtorAskedForPlan(caseNumber, instalments, firstOn));
        begin(
                new Answer(caseNumber, Answer.Kind.PLAN, cases.today(caseNumber), null),
                state,
                HOLD_REASON,
                Map.of("instalments", instalments, "firstOn", firstOn.toString()));
    }

    /**
     * “I will pay all that I owe you on that day”: the same on each open case of the debtor on which no other answer is open.
     *
     * @throws InvalidForm as {@link #promise(CaseNumber, LocalDate)} does
     */
    public void promiseAll(CaseNumber caseNumber, LocalDate on) {
        promise(caseNumber, on);
        Debtor debtor = receivables.invoice(cases.get(caseNumber).invoiceId()).debtor();
        claims.openOf(debtor, MOST_AT_ONCE).stream()
                .flatMap(invoice -> cases.ofInvoice(invoice.id()).stream())
                .filter(other -> other.state() == CaseState.OPEN)
                .map(CollectionCase::number)
                .filter(other -> !other.equals(caseNumber))
                .filter(other -> open(other).isEmpty())
                .sorted(Comparator.comparing(CaseNumber::value))
                .forEach(other -> promise(other, on));
    }

    /**
     * A plan of instalments that the debtor has said yes to.
     *
     * @throws InvalidForm naming {@code instalments} or {@code firstOn} as {@link Arrangements#plan} does
     */
    public void agreedPlan(CaseNumber caseNumber, int instalments, LocalDate firstOn) {
        CaseState state = ready(caseNumber);
        arrangements.checkPlan(caseNumber, instalments, firstOn);
        begin(
                new Answer(caseNumber, Answer.Kind.PLAN, cases.today(caseNumber), null),
                state,
                HOLD_REASON,
                Map.of("answer", AGREED_PLAN, "instalments", instalments, "firstOn", firstOn.toString()));
    }

    private CaseState ready(CaseNumber caseNumber) {
        CaseState state = cases.lock(caseNumber).state();
        if (state == CaseState.CLOSED) {
            throw new CaseNotOpen(caseNumber, state);
        }
        if (open(caseNumber).isPresent()) {
            throw new AnswerOpen(caseNumber);
        }
        return state;
    }

    private void begin(Answer answer, CaseState state, String holdReason, Map<String, Object> more) {
        CaseNumber number = answer.caseNumber();
        table.insert(answer);
        if (state == CaseState.OPEN) {
            cases.hold(number, holdReason, null);
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "country",
                receivables
                        .invoice(cases.get(number).invoiceId())
                        .creditor()
                        .country()
                        .name());
        facts.put("answer", answer.kind().name());
        facts.putAll(more);
        flow.start(PROCESS, number, facts);
    }

    /**
     * “Yes” to the plan that was proposed; the process goes on with it.
     *
     * @return false when none waits for a yes any more
     */
    public boolean accept(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        return flow.signal(caseNumber, ACCEPTED_SIGNAL, Map.of()) > 0;
    }

    /**
     * The answer is dealt with: a plan that nobody said yes to lapses, and a case that was held for the answer goes on once
     * the process that asks for this has come to rest. An answer buys no time of its own: a wait whose day has passed
     * meanwhile ends at once. Does nothing when no answer is open.
     */
    public void settle(CaseNumber caseNumber) {
        cases.lock(caseNumber);
        arrangements.lapse(caseNumber);
        table.close(caseNumber);
        flow.whenAtRest(() -> {
            CollectionCase held = cases.get(caseNumber);
            if (held.state() == CaseState.HELD && OURS.contains(held.holdReason())) {
                cases.resumeUnmoved(caseNumber);
            }
        });
    }

    /** What the debtor has answered and what is being worked on; empty when nothing is. */
    @Transactional(readOnly = true)
    public Optional<Answer> open(CaseNumber caseNumber) {
        return table.open(caseNumber);
    }

    /** A case that was held for another reason, or that someone resumes too soon, waits for the answer. */
    @EventListener
    void waitsOn(CaseResumed resumed) {
        open(resumed.caseNumber())
                .filter(answer -> cases.get(resumed.caseNumber()).state() == CaseState.OPEN)
                .ifPresent(answer -> cases.hold(
                        resumed.caseNumber(), answer.kind() == Answer.Kind.PAID ? SAYS_PAID : HOLD_REASON, null));
    }

    @EventListener
    void lapses(CaseClosed closed) {
        if (cases.get(closed.caseNumber()).holdReason() != null) {
            table.close(closed.caseNumber());
        }
    }
}
