package no.forfall.worklist;

import java.time.Clock;
import no.forfall.cases.CaseHeld;
import no.forfall.cases.CaseResumed;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.engine.Place;
import no.forfall.engine.Places;
import no.forfall.engine.StepAssigned;
import no.forfall.engine.StepClosed;
import no.forfall.engine.StepOpened;
import no.forfall.engine.Steps;
import no.forfall.identity.CurrentPerson;
import no.forfall.outbox.EffectMovedOn;
import no.forfall.outbox.EffectState;
import no.forfall.outbox.EffectStoodStill;
import no.forfall.outbox.Outbox;
import no.forfall.outbox.QueuedEffect;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the table in step with engine and outbox, in the transaction in which something happens there. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Keeping {

    private final ItemTable items;
    private final Steps steps;
    private final Outbox outbox;
    private final Places places;
    private final Cases cases;
    private final Clock clock;

    Keeping(ItemTable items, Steps steps, Outbox outbox, Places places, Cases cases, Clock clock) {
        this.items = items;
        this.steps = steps;
        this.outbox = outbox;
        this.places = places;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void opened(StepOpened step) {
        items.open(new WorkItem(
                step.stepId(),
                WorkItem.Kind.STEP,
                step.caseNumber(),
                step.process(),
                step.element(),
                step.name(),
                step.team(),
                null,
                false,
                null,
                clock.instant(),
                step.due(),
                null));
    }

    @EventListener
    void assigned(StepAssigned step) {
        items.assign(step.stepId(), step.person());
    }

    @EventListener
    void closed(StepClosed step) {
        items.done(
                step.stepId(),
                clock.instant(),
                step.person(),
                step.completed() ? "COMPLETED" : "TAKEN_BACK",
                step.outcome());
    }

    /** An effect that only waits for a date needs nobody. */
    @EventListener
    void stoodStill(EffectStoodStill still) {
        if (still.state() == EffectState.QUEUED) {
            return;
        }
        QueuedEffect effect = outbox.find(still.key()).orElseThrow();
        Place place = places.of(effect.effect());
        items.open(new WorkItem(
                still.key().toString(),
                still.state() == EffectState.BARRED ? WorkItem.Kind.DECIDE : WorkItem.Kind.CHECK_DELIVERY,
                still.caseNumber(),
                place.process(),
                place.element(),
                still.activity(),
                null,
                null,
                cases.get(still.caseNumber()).state() == CaseState.HELD,
                still.reason(),
                clock.instant(),
                null,
                null));
    }

    @EventListener
    void movedOn(EffectMovedOn effect) {
        items.done(
                effect.key().toString(),
                clock.instant(),
                CurrentPerson.name(),
                effect.state().name(),
                null);
    }

    @EventListener
    void held(CaseHeld held) {
        items.hold(held.caseNumber(), steps.suspended(held.caseNumber()));
    }

    @EventListener
    void resumed(CaseResumed resumed) {
        items.resume(resumed.caseNumber());
    }
}
