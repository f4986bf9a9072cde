package no.forfall.agency;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.forfall.cases.CaseNotOpen;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.engine.Flow;
import no.forfall.outbox.Effect;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hand-overs of cases, and the way back. */
@Service
@Transactional
public class Handovers {

    static final String WITHDRAWN_SIGNAL = "agencyWithdrawn";

    private final HandoverTable table;
    private final AnswerTable answers;
    private final Cases cases;
    private final Flow flow;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handovers(
            HandoverTable table,
            AnswerTable answers,
            Cases cases,
            Flow flow,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.answers = answers;
        this.cases = cases;
        this.flow = flow;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** The hand-overs of a case with the agency's answers, oldest first. */
    @Transactional(readOnly = true)
    public List<Handover> of(CaseNumber caseNumber) {
        return table.of(caseNumber).stream()
                .map(handover -> handover.with(answers.of(handover.id())))
                .toList();
    }

    /**
     * Calls a claim back. The case's process tells the agency; where it has no place for that, the agency is told all the
     * same.
     *
     * @throws NotWithAgency when the agency does not have the claim
     * @throws CaseNotOpen when the case is held or closed
     */
    public void withdraw(CaseNumber caseNumber, String reason) {
        CaseState state = cases.lock(caseNumber).state();
        if (state != CaseState.OPEN) {
            throw new CaseNotOpen(caseNumber, state);
        }
        Handover handover = table.newest(caseNumber)
                .filter(newest -> newest.state() == HandoverState.OUT)
                .orElseThrow(() -> new NotWithAgency(caseNumber));
        table.callBack(handover.id(), reason);
        events.publishEvent(new HandoverWithdrawn(caseNumber, handover.id(), reason));
        if (flow.signal(caseNumber, WITHDRAWN_SIGNAL, Map.of("withdrawalReason", reason)) == 0) {
            outbox.queue(new Effect(UUID.randomUUID(), caseNumber, WithdrawFromAgency.NAME, "{}", ""), clock.instant());
        }
    }
}
