package no.forfall.disputes;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
                null);
        table.insert(raised);
        events.publishEvent(new DisputeRaised(
                caseNumber, raised.id(), reason, disputed == null ? null : disputed.toString(), text));
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
     * go on, if anything is left of it. A dispute that was lost leaves the claim as it is. Norway: inkassoloven § 17.
     *
     * @param credit what to credit when the debtor is right in part; less than the open principal
     * @throws IllegalStateException when no dispute is open
     * @throws no.forfall.engine.InvalidForm when the credit is missing, not positive or not less than the principal
     */
    public void decide(CaseNumber caseNumber, DisputeState outcome, @Nullable Money credit, @Nullable String comment) {
        cases.lock(caseNumber);
        Dispute dispute = open(caseNumber)
                .orElseThrow(() -> new IllegalStateException("Case " + caseNumber + " has no open dispute"));
        // decided before it is settled: settling may close the case, which lets open disputes lapse
        table.decide(dispute.id(), outcome, cases.today(caseNumber), comment);
        Optional<Money> credited = settling.settle(dispute, outcome, credit);
        events.publishEvent(new DisputeDecided(
                caseNumber, dispute.id(), outcome, credited.map(Money::toString).orElse(null), comment));
        if (dispute.holdsCase() && cases.get(caseNumber).state() == CaseState.HELD) {
            cases.resume(caseNumber);
        }
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
