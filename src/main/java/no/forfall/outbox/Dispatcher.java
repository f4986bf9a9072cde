package no.forfall.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes effects one by one through prepare, deliver, delivered and confirm. Every step but the delivery is a transaction
 * of its own, so that a node that dies leaves a row that says how far it came.
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
            while (confirmNext()) {
                handled++;
            }
            while (sendNext()) {
                handled++;
            }
        } while (handled > before);
        return handled;
    }

    /** A delivery whose node died or hung: harmless to repeat where the receiver knows the key, otherwise unknown. */
    private void brokenOff(QueuedEffect row) {
        if (handler.repeatable(row.effect())) {
            table.settle(row.effect().key(), EffectState.QUEUED, null, null);
        } else {
            standstills.unknown(row, "The application stopped while this was being delivered");
        }
    }

    private boolean sendNext() {
        record Turn(QueuedEffect row, boolean ready) {}
        AtomicReference<QueuedEffect> taken = new AtomicReference<>();
        Optional<Turn> turn;
        try {
            turn = retrying(() ->
                    transaction.execute(status -> table.lockDue(clock.instant()).map(row -> {
                        taken.set(row);
                        return new Turn(row, prepare(row));
                    })));
        } catch (RuntimeException failed) {
            return postponeFailed(taken.get(), failed);
        }
        turn.filter(Turn::ready).ifPresent(ready -> deliver(ready.row()));
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

    private boolean prepare(QueuedEffect row) {
        Preparation preparation = handler.prepare(row.effect());
        if (preparation instanceof Preparation.Ready) {
            table.sending(row.effect().key(), settings.lease());
            return true;
        }
        standstills.keep(row, preparation);
        return false;
    }

    private void deliver(QueuedEffect row) {
        String receipt;
        try {
            receipt = handler.deliver(row.effect());
        } catch (NotDelivered refused) {
            transaction.executeWithoutResult(status -> tryLater(row, refused));
            return;
        } catch (RuntimeException lost) {
            log.warn(
                    "Nobody knows whether effect {} was delivered", row.effect().key(), lost);
            transaction.executeWithoutResult(status -> brokenOffBy(row, lost));
            return;
        }
        record(row.effect(), receipt);
    }

    /** The step is told in the transaction that records the delivery; one that cannot be told yet is told later. */
    private void record(Effect effect, String receipt) {
        try {
            retrying(() -> transaction.execute(status -> recordAndTell(effect, receipt)));
        } catch (RuntimeException notTold) {
            log.warn("The step that waits for effect {} could not be told at once", effect.key(), notTold);
            retrying(() -> transaction.execute(status -> {
                recordDelivery(effect, receipt);
                return Optional.empty();
            }));
        }
    }

    private Optional<Void> recordAndTell(Effect effect, String receipt) {
        String facts = handler.delivered(effect, receipt);
        boolean told = handler.confirm(effect, facts);
        table.delivered(effect.key(), facts, told ? EffectState.CONFIRMED : EffectState.DELIVERED, !told);
        return Optional.empty();
    }

    void recordDelivery(Effect effect, String receipt) {
        table.delivered(effect.key(), handler.delivered(effect, receipt));
    }

    private void tryLater(QueuedEffect row, NotDelivered refused) {
        Duration wait = settings.waitAfter(row.attempts());
        log.info("Effect {} was not taken, next attempt in {}: {}", row.effect().key(), wait, refused.getMessage());
        table.postpone(row.effect().key(), clock.instant().plus(wait), null, refused.getMessage());
    }

    private void brokenOffBy(QueuedEffect row, RuntimeException lost) {
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
