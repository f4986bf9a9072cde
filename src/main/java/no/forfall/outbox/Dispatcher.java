package no.forfall.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes effects one by one through prepare, deliver, delivered and confirm. Every step but the delivery is a transaction
 * of its own, so that a node that dies leaves a row that says how far it came. A node that stood still for longer than its
 * lease delivers nothing when it goes on, and what it has to say counts only while no other attempt has begun.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration CONFIRM_AGAIN_AFTER = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Standstills standstills;
    private final EffectHandler handler;
    private final TransactionTemplate transaction;
    private final OutboxSettings settings;
    private final Clock clock;
    private volatile boolean leaving;

    Dispatcher(
            OutboxTable table,
            Standstills standstills,
            @Lazy EffectHandler handler,
            TransactionTemplate transaction,
            OutboxSettings settings,
            Clock clock) {
        this.table = table;
        this.standstills = standstills;
        this.handler = handler;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${forfall.outbox.pause:PT1S}")
    void tick() {
        if (settings.dispatch()) {
            dispatchDue();
        }
    }

    /** One at a time on a node, so that whoever asks for everything due to be delivered gets just that. */
    synchronized int dispatchDue() {
        transaction.executeWithoutResult(status -> table.lockExpired().forEach(this::brokenOff));
        int handled = 0;
        int before;
        do {
            before = handled;
            while (!leaving && confirmNext()) {
                handled++;
            }
            while (!leaving && sendNext()) {
                handled++;
            }
        } while (handled > before);
        return handled;
    }

    /** What has begun is ended; the rest is left to the other nodes. */
    @EventListener(ContextClosedEvent.class)
    void leave() {
        leaving = true;
    }

    /** A delivery whose node died or hung: harmless to repeat where the receiver knows the key, otherwise unknown. */
    private void brokenOff(QueuedEffect row) {
        if (handler.repeatable(row.effect())) {
            table.settle(row.effect().key(), EffectState.QUEUED, null, null);
        } else {
            standstills.unknown(row, "The application stopped while this was being delivered");
        }
    }

    /**
     * An attempt to deliver.
     *
     * @param begun by the machine's running time, taken before the lease began
     */
    private record Attempt(QueuedEffect row, int number, long begun) {}

    private boolean sendNext() {
        record Turn(@Nullable Attempt attempt) {}
        AtomicReference<QueuedEffect> taken = new AtomicReference<>();
        Optional<Turn> turn;
        try {
            turn = retrying(() ->
                    transaction.execute(status -> table.lockDue(clock.instant()).map(row -> {
                        taken.set(row);
                        return new Turn(prepare(row));
                    })));
        } catch (RuntimeException failed) {
            return postponeFailed(taken.get(), failed);
        }
        turn.map(Turn::attempt).ifPresent(this::deliver);
        return turn.isPresent();
    }

    /** One effect that cannot be prepared must not keep the others from leaving. */
    private boolean postponeFailed(@Nullable QueuedEffect row, RuntimeException failed) {
        if (row == null) {
            throw failed;
        }
        log.error("Effect {} could not be prepared", row.effect().key(), failed);
        transaction.executeWithoutResult(status -> table.failed(
                row.effect().key(),
                clock.instant().plus(settings.waitAfter(row.attempts())),
                String.valueOf(failed.getMessage())));
        return true;
    }

    private @Nullable Attempt prepare(QueuedEffect row) {
        Preparation preparation = handler.prepare(row.effect());
        if (preparation instanceof Preparation.Ready) {
            long begun = System.nanoTime();
            return new Attempt(row, table.sending(row.effect().key(), settings.lease()), begun);
        }
        standstills.keep(row, preparation);
        return null;
    }

    private void deliver(Attempt attempt) {
        Effect effect = attempt.row().effect();
        String receipt;
        try {
            refuseWhenLate(attempt);
            receipt = handler.deliver(effect);
        } catch (NotDelivered refused) {
            end(attempt, standing -> tryLater(attempt, standing, refused));
            return;
        } catch (RuntimeException lost) {
            log.warn("Nobody knows whether effect {} was delivered", effect.key(), lost);
            end(attempt, standing -> brokenOffBy(attempt, standing, lost));
            return;
        }
        recordDelivered(attempt, receipt);
    }

    /** The step is told in the transaction that records the delivery; one that cannot be told yet is told later. */
    private void recordDelivered(Attempt attempt, String receipt) {
        Effect effect = attempt.row().effect();
        try {
            end(attempt, standing -> {
                recordAndTell(effect, receipt);
                tellWhenItStood(standing, EffectState.DELIVERED);
            });
        } catch (RuntimeException notTold) {
            log.warn("The step that waits for effect {} could not be told at once", effect.key(), notTold);
            end(attempt, standing -> {
                recordDelivery(effect, receipt);
                tellWhenItStood(standing, EffectState.DELIVERED);
            });
        }
    }

    private void recordAndTell(Effect effect, String receipt) {
        String facts = handler.delivered(effect, receipt);
        boolean told = handler.confirm(effect, facts);
        table.delivered(effect.key(), facts, told ? EffectState.CONFIRMED : EffectState.DELIVERED, !told);
    }

    /** Half of the lease is left to the delivery. */
    private void refuseWhenLate(Attempt attempt) {
        if (System.nanoTime() - attempt.begun() > settings.lease().toNanos() / 2) {
            throw new NotDelivered("This node stood still before it could begin");
        }
    }

    /** Says how an attempt ended, also when its lease has run out meanwhile, but never over another attempt. */
    private void end(Attempt attempt, Consumer<QueuedEffect> ending) {
        retrying(() -> transaction.execute(status -> {
            table.lockLast(attempt.row().effect().key(), attempt.number())
                    .ifPresentOrElse(
                            ending,
                            () -> log.error(
                                    "Attempt {} to deliver effect {} ended after another one had begun",
                                    attempt.number(),
                                    attempt.row().effect().key()));
            return Optional.empty();
        }));
    }

    /** What was listed for a person to check while this node stood still needs no check any more. */
    private void tellWhenItStood(QueuedEffect standing, EffectState now) {
        if (standing.state() != EffectState.SENDING) {
            standstills.movedOn(standing, now);
        }
    }

    void recordDelivery(Effect effect, String receipt) {
        table.delivered(effect.key(), handler.delivered(effect, receipt));
    }

    private void tryLater(Attempt attempt, QueuedEffect standing, NotDelivered refused) {
        if (standing.state() != EffectState.SENDING && standing.state() != EffectState.UNKNOWN) {
            return;
        }
        QueuedEffect row = attempt.row();
        Duration wait = settings.waitAfter(row.attempts());
        log.info("Effect {} was not taken, next attempt in {}: {}", row.effect().key(), wait, refused.getMessage());
        table.postpone(row.effect().key(), clock.instant().plus(wait), null, String.valueOf(refused.getMessage()));
        tellWhenItStood(standing, EffectState.QUEUED);
    }

    private void brokenOffBy(Attempt attempt, QueuedEffect standing, RuntimeException lost) {
        if (standing.state() != EffectState.SENDING) {
            return;
        }
        QueuedEffect row = attempt.row();
        if (handler.repeatable(row.effect())) {
            table.postpone(
                    row.effect().key(),
                    clock.instant().plus(settings.waitAfter(row.attempts())),
                    null,
                    String.valueOf(lost.getMessage()));
        } else {
            standstills.unknown(row, String.valueOf(lost.getMessage()));
        }
    }

    private boolean confirmNext() {
        Optional<QueuedEffect> row = transaction.execute(status -> table.lockDelivered());
        row.ifPresent(delivered -> {
            try {
                retrying(() -> transaction.execute(status -> confirm(delivered.effect())));
            } catch (RuntimeException failed) {
                log.error(
                        "The step that waits for effect {} could not be told",
                        delivered.effect().key(),
                        failed);
                transaction.executeWithoutResult(
                        status -> table.confirmLater(delivered.effect().key(), CONFIRM_AGAIN_AFTER));
            }
        });
        return row.isPresent();
    }

    private Optional<QueuedEffect> confirm(Effect effect) {
        table.lock(effect.key())
                .filter(row -> row.state() == EffectState.DELIVERED)
                .ifPresent(row -> {
                    if (handler.confirm(effect, table.facts(effect.key()))) {
                        table.settle(effect.key(), EffectState.CONFIRMED, null, null);
                    } else {
                        table.pause(effect.key());
                    }
                });
        return Optional.empty();
    }

    /** A payment or a colleague may touch the same case in the same moment; the later one simply looks again. */
    private <T> Optional<T> retrying(Supplier<Optional<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException collision) {
                if (attempt == 5) {
                    throw collision;
                }
            }
        }
    }
}
