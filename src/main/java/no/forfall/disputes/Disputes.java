package no.forfall.disputes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.forfall.cases.CaseClosed;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.engine.Flow;
import no.forfall.receivables.BalanceChanged;
import no.forfall.receivables.Part;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises and decides disputes. A case has one open dispute at most, and stands still while it has; where only a part of the
 * principal is disputed, the rest of the claim goes on if the creditor wants that ({@link DisputeTerms#restGoesOn}), without
 * fees (inkassoloven § 17, inkassolagen § 8).
 */
@Service
@Transactional
public class Disputes {

    /** The process that decides a dispute. */
    public static final String PROCESS = "dispute";

    /** Why a disputed case is held, in {@link no.forfall.cases.CaseHeld}. */
    public static final String HOLD_REASON = "DISPUTE";

    /** What the process waits for when the debtor was asked. */
    static final String ANSWERED = "disputeAnswered";

    private final DisputeTable table;
    private final Settling settling;
    private final DisputePolicy policy;
    private final Cases cases;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    Disputes(
            DisputeTable table,
            Settling settling,
            DisputePolicy policy,
            Cases cases,
            Flow flow,
            ApplicationEventPublisher events) {
        this.table = table;
        this.settling = settling;
        this.policy = policy;
        this.cases = cases;
        this.flow = flow;
        this.events = events;
    }

    /** The same to the whole claim. */
    public Dispute raise(CaseNumber caseNumber, DisputeReason reason, String text, String person) {
        return raise(caseNumber, reason, null, text, person);
    }

    /**
     * Records an objection and starts the process that decides it. The case stands still, unless a part is disputed and the
     * rest may go on.
     *
     * @param part what of the open principal is disputed, in its currency; null, or all of it, when the whole claim is
     * @param person user name of who recorded it
     * @throws DisputeOpen when another objection is not decided yet
     * @throws CaseNotOpen when the case is closed
     * @throws InvalidPart when the part is not positive, more than is open or in another currency
     */
    public Dispute raise(
            CaseNumber caseNumber, DisputeReason reason, @Nullable Money part, String text, String person) {
        return raise(caseNumber, reason, part, text, person, null);
    }

    /**
     * Takes up again the objection that was decided last, because of new facts. What was charged since is not asked for
     * meanwhile, and falls with the rest when the debtor turns out to be right.
     *
     * @param part as when it is raised
     * @param newFacts what was not known before
     * @throws NothingDecided when none was decided
     * @throws DisputeOpen when another objection is not decided yet
     * @throws CaseNotOpen when the case is closed
     * @throws InvalidPart as when it is raised
     */
    public Dispute reopen(CaseNumber caseNumber, @Nullable Money part, String newFacts, String person) {
        if (open(caseNumber).isPresent()) {
            throw new DisputeOpen(caseNumber);
        }
        Dispute decided = decided(caseNumber).orElseThrow(() -> new NothingDecided(caseNumber));
        return raise(caseNumber, decided.reason(), part, newFacts, person, decided.id());
    }

    private Dispute raise(
            CaseNumber caseNumber,
            DisputeReason reason,
            @Nullable Money part,
            String text,
            String person,
            @Nullable UUID reopens) {
        CaseState state = cases.lock(caseNumber).state();
        if (state == CaseState.CLOSED) {
            throw new CaseNotOpen(caseNumber, state);
        }
        if (open(caseNumber).isPresent()) {
            throw new DisputeOpen(caseNumber);
        }
        Money disputed = settling.part(caseNumber, part);
        DisputeTerms terms = policy.terms(caseNumber, reason);
        boolean holds = state == CaseState.OPEN && !(disputed != null && terms.restGoesOn());
        Dispute raised = new Dispute(
                UUID.randomUUID(),
                caseNumber,
                reason,
                disputed,
                text,
                cases.today(caseNumber),
                person,
                holds,
                DisputeState.OPEN,
                false,
                null,
                null,
                reopens,
                null);
        table.insert(raised);
        events.publishEvent(new DisputeRaised(
                caseNumber, raised.id(), reason, reopens != null, disputed == null ? null : disputed.toString(), text));
        if (holds) {
            cases.hold(caseNumber, HOLD_REASON, null);
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("country", settling.country(caseNumber).name());
        facts.put("disputeReason", reason.name());
        facts.put("disputeOwner", terms.owner());
        facts.put("daysToAnswer", terms.daysToAnswer());
        flow.start(PROCESS, caseNumber, facts);
        return raised;
    }

    /**
     * Decides the open dispute: credits what the debtor is right about, waives what being late has cost, and lets the case
     * go on, if anything is left of it. After a corrected invoice the case begins anew from the new due date. A dispute that was
     * lost leaves the claim as it is; where there was reason to have it tried, the charges until then are waived. Norway:
     * inkassoloven § 17. Sweden: lag (1981:739) §§ 4, 5.
     *
     * @throws IllegalStateException when no dispute is open
     * @throws no.forfall.engine.InvalidForm when what the outcome needs is missing or outside its limits
     */
    public void decide(CaseNumber caseNumber, Decision decision) {
        cases.lock(caseNumber);
        Dispute dispute = openOne(caseNumber);
        DisputeState outcome = decision.outcome();
        // decided before it is settled: settling may close the case, which lets open disputes lapse
        table.decide(dispute.id(), outcome, cases.today(caseNumber), decision.comment());
        Optional<Money> credited = settling.settle(dispute, decision);
        events.publishEvent(new DisputeDecided(
                caseNumber,
                dispute.id(),
                outcome,
                credited.map(Money::toString).orElse(null),
                decision.newDueOn() == null ? null : decision.newDueOn().toString(),
                decision.comment()));
        if (dispute.holdsCase() && cases.get(caseNumber).state() == CaseState.HELD) {
            cases.resume(caseNumber);
        }
        if (outcome == DisputeState.CORRECTED && cases.get(caseNumber).state() != CaseState.CLOSED) {
            cases.startOver(caseNumber);
        }
    }

    private Dispute openOne(CaseNumber caseNumber) {
        return open(caseNumber)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no open dispute"));
    }

    /**
     * Notes what the debtor is asked before the open dispute is decided; the letter takes it from here.
     *
     * @param days banking days in which to answer, the day of asking not counted
     * @return the last day to answer
     * @throws IllegalStateException when no dispute is open
     * @throws no.forfall.engine.InvalidForm when the words are none for a letter
     */
    public LocalDate ask(CaseNumber caseNumber, String question, int days) {
        cases.lock(caseNumber);
        Dispute dispute = openOne(caseNumber);
        String asked = settling.fitForLetter(question);
        LocalDate answerBy = settling.bankingDaysFrom(caseNumber, cases.today(caseNumber), days);
        table.ask(dispute.id(), asked, answerBy);
        events.publishEvent(new DisputeAsked(caseNumber, dispute.id(), asked, answerBy));
        return answerBy;
    }

    /**
     * Records what the debtor answered, so that the dispute is assessed with it.
     *
     * @throws NothingAsked when no answer is waited for
     */
    public void answer(CaseNumber caseNumber, String answer) {
        cases.lock(caseNumber);
        Dispute asked =
                open(caseNumber).filter(Dispute::waitsForAnswer).orElseThrow(() -> new NothingAsked(caseNumber));
        table.answer(asked.id(), answer);
        events.publishEvent(new DisputeAnswered(caseNumber, asked.id(), answer));
        flow.signal(caseNumber, ANSWERED, Map.of());
    }

    /** The objection that was decided last, as long as no other is open. */
    @Transactional(readOnly = true)
    public Optional<Dispute> decided(CaseNumber caseNumber) {
        List<Dispute> all = of(caseNumber);
        return all.stream().anyMatch(dispute -> dispute.state() == DisputeState.OPEN)
                ? Optional.empty()
                : all.stream().filter(dispute -> dispute.state().isDecided()).reduce((earlier, later) -> later);
    }

    /** The dispute that nobody has decided yet. */
    @Transactional(readOnly = true)
    public Optional<Dispute> open(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(dispute -> dispute.state() == DisputeState.OPEN)
                .findFirst();
    }

    /** All disputes of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(CaseNumber caseNumber) {
        return table.of(caseNumber);
    }

    /** Where no more is open than what is disputed, nothing is left that could go on: the case stands still after all. */
    @EventListener
    void restIsPaid(BalanceChanged changed) {
        if (changed.part() != Part.PRINCIPAL || changed.kind().raises()) {
            return;
        }
        Money left = settling.openPrincipal(changed.invoiceId());
        if (left.isPositive()) {
            cases.ofInvoice(changed.invoiceId())
                    .filter(open -> open.state() == CaseState.OPEN)
                    .flatMap(open -> open(open.number()))
                    .filter(dispute -> dispute.part() != null && !dispute.part().isLessThan(left))
                    .ifPresent(this::hold);
        }
    }

    private void hold(Dispute dispute) {
        table.holdsCase(dispute.id());
        cases.hold(dispute.caseNumber(), HOLD_REASON, null);
    }

    /** An amount in major units as money of the case, rounded to what its currency has; null stays null. */
    @Transactional(readOnly = true)
    public @Nullable Money amount(CaseNumber caseNumber, @Nullable BigDecimal amount) {
        return amount == null ? null : Money.of(settling.currency(caseNumber), amount, RoundingMode.HALF_UP);
    }

    /** Why a debtor of the case may object, as far as its creditor offers it. */
    @Transactional(readOnly = true)
    public List<DisputeReason> reasons(CaseNumber caseNumber) {
        return policy.shown(caseNumber);
    }

    @EventListener
    void lapses(CaseClosed closed) {
        open(closed.caseNumber())
                .ifPresent(dispute ->
                        table.decide(dispute.id(), DisputeState.LAPSED, cases.today(closed.caseNumber()), null));
    }
}
