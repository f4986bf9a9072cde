package no.forfall.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps why an effect does not leave, and says so to the other rooms. */
@Component
class Standstills {

    private final OutboxTable table;
    private final ApplicationEventPublisher events;

    Standstills(OutboxTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    void keep(QueuedEffect row, Preparation.Standstill preparation) {
        UUID key = row.effect().key();
        if (preparation instanceof Preparation.NotBefore later) {
            table.postpone(key, later.time(), later.rule(), later.reason());
            if (!later.reason().equals(row.reason())) {
                say(
                        row,
                        EffectState.QUEUED,
                        later.rule(),
                        later.reason(),
                        later.time().toString());
            }
        } else if (preparation instanceof Preparation.Barred barred) {
            table.settle(key, EffectState.BARRED, barred.rule(), barred.reason());
            say(row, EffectState.BARRED, barred.rule(), barred.reason(), null);
        } else if (preparation instanceof Preparation.Held) {
            table.settle(key, EffectState.HELD, null, null);
        } else if (preparation instanceof Preparation.Withdrawn withdrawn) {
            table.settle(key, EffectState.WITHDRAWN, null, withdrawn.reason());
        }
    }

    void unknown(QueuedEffect row, String reason) {
        table.settle(row.effect().key(), EffectState.UNKNOWN, null, reason);
        say(row, EffectState.UNKNOWN, null, reason, null);
    }

    void movedOn(QueuedEffect row, EffectState state) {
        movedOn(row, state, null);
    }

    void withdrawn(QueuedEffect row, EffectMovedOn.Because because) {
        movedOn(row, EffectState.WITHDRAWN, because);
    }

    private void movedOn(QueuedEffect row, EffectState state, EffectMovedOn.@Nullable Because because) {
        Effect effect = row.effect();
        events.publishEvent(new EffectMovedOn(effect.caseNumber(), effect.key(), effect.activity(), state, because));
    }

    private void say(
            QueuedEffect row, EffectState state, @Nullable String rule, String reason, @Nullable String until) {
        Effect effect = row.effect();
        events.publishEvent(
                new EffectStoodStill(effect.caseNumber(), effect.key(), effect.activity(), state, rule, reason, until));
    }
}
