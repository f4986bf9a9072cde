package no.forfall.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.engine.Flow;
import no.forfall.receivables.Receivables;
import no.forfall.shared.InOneGo;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what agencies say: keeps it, tells the process that waits, and books the money. */
@Service
@Transactional
public class AgencyAnswers {

    static final String SOURCE = "agency:";
    static final String SIGNAL = "agencyAnswered";
    static final String DOCUMENT = "agencyAnswer";

    private final HandoverTable handovers;
    private final AnswerTable answers;
    private final Cases cases;
    private final Receivables receivables;
    private final Flow flow;
    private final InOneGo inOneGo;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgencyAnswers(
            HandoverTable handovers,
            AnswerTable answers,
            Cases cases,
            Receivables receivables,
            Flow flow,
            InOneGo inOneGo,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.answers = answers;
        this.cases = cases;
        this.receivables = receivables;
        this.flow = flow;
        this.inOneGo = inOneGo;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes an answer. The same answer counts once: by its {@code answerId}, or by its content when it has none.
     *
     * @return whether it was new
     * @throws NoSuchElementException when there is no such hand-over
     * @throws no.forfall.shared.InvalidRequest names the fields at fault
     */
    public boolean take(UUID handoverId, JsonNode body) {
        Handover known = find(handoverId);
        CollectionCase answered = cases.lock(known.caseNumber());
        Handover handover = find(handoverId);
        AnswerForm form = AnswerForm.read(body, handover.currency(), cases.today(handover.caseNumber()));
        Optional<Long> kept = answers.keep(handoverId, form.key(), form.status(), body.toString(), clock.instant());
        kept.ifPresent(id -> inOneGo.run(() -> hear(handover, answered, id, form, body)));
        return kept.isPresent();
    }

    private Handover find(UUID handoverId) {
        return handovers
                .find(handoverId)
                .orElseThrow(() -> new NoSuchElementException("There is no hand-over " + handoverId));
    }

    /** The process hears first: what the agency calls settled ends on its path, not on that of a payment. */
    private void hear(Handover handover, CollectionCase answered, long id, AnswerForm form, JsonNode body) {
        events.publishEvent(new AgencyAnswered(
                handover.caseNumber(),
                handover.id(),
                form.status(),
                form.paid().map(Money::toString).orElse(null)));
        boolean waitedFor = handover.state() == HandoverState.PREPARED || handover.state() == HandoverState.OUT;
        if (handover.state().isLive()) {
            handovers.move(handover.id(), form.status().after(handover.state()));
        }
        if (waitedFor && answered.state() != CaseState.CLOSED) {
            answers.untold(id, !tell(answered, body.toString()));
        }
        form.paid().ifPresent(paid -> receivables.pay(answered.invoiceId(), paid, form.paidOn(), SOURCE + id));
    }

    /** A held case hears nothing; {@link UntoldAnswers} tells it later. */
    private boolean tell(CollectionCase answered, String body) {
        return answered.state() == CaseState.OPEN
                && flow.signalWithDocument(answered.number(), SIGNAL, DOCUMENT, body) > 0;
    }

    /** @return whether it has been told now, or nobody is left to tell; false when someone else told it meanwhile */
    boolean tellAgain(AnswerTable.Untold untold) {
        CollectionCase answered = cases.lock(find(untold.handover()).caseNumber());
        if (!answers.isUntold(untold.id())) {
            return false;
        }
        boolean done = answered.state() == CaseState.CLOSED || tell(answered, untold.body());
        answers.untold(untold.id(), !done);
        return done;
    }
}
