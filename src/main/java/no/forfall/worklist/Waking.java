package no.forfall.worklist;

import java.time.Clock;
import java.util.Map;
import no.forfall.arrangements.DebtorAskedForPlan;
import no.forfall.arrangements.DebtorSaidPaid;
import no.forfall.arrangements.PlanAgreed;
import no.forfall.arrangements.PromiseMade;
import no.forfall.correspondence.LetterReturned;
import no.forfall.disputes.DisputeAnswered;
import no.forfall.disputes.DisputeDecided;
import no.forfall.disputes.DisputeRaised;
import no.forfall.identity.CurrentPerson;
import no.forfall.notes.NoteWritten;
import no.forfall.shared.CaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings back what was left for later when there is news of its case. Payments are no event here: there are too many of them,
 * so the database does it where it lists the new amount.
 */
@Component
class Waking {

    private static final Map<Class<? extends CaseEvent>, Waker> NEWS = Map.of(
            DebtorSaidPaid.class, Waker.REPLY,
            DebtorAskedForPlan.class, Waker.REPLY,
            PromiseMade.class, Waker.REPLY,
            PlanAgreed.class, Waker.REPLY,
            DisputeRaised.class, Waker.OBJECTION,
            DisputeAnswered.class, Waker.OBJECTION,
            DisputeDecided.class, Waker.OBJECTION,
            LetterReturned.class, Waker.LETTER_BACK,
            NoteWritten.class, Waker.NOTE);

    private final ItemTable items;
    private final Clock clock;

    Waking(ItemTable items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    @EventListener
    void hear(CaseEvent event) {
        Waker waker = NEWS.get(event.getClass());
        if (waker != null) {
            items.wake(event.caseNumber(), waker, waker == Waker.NOTE ? CurrentPerson.name() : null, clock.instant());
        }
    }
}
