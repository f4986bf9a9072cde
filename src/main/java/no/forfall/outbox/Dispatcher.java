package no.forfall.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InOneGo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes effects a few at a time through their preparation, their delivery and the record of it. What is prepared together is
 * one transaction, and so is what is recorded together; the deliveries lie between them, one after another and in none. A
 * node that dies leaves rows that say how far it came. Where one of a few cannot be prepared, each is by itself.
 */
@Component
class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration CONFIRM_AGAIN_AFTER = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Standstills standstills;
    private final Endings endings;
    private final EffectHandler handler;
    private final InOneGo inOneGo;
    private final Retries transaction;
    private final OutboxSettings settings;
    private final Clock clock;
    private volatile boolean leaving;

    Dispatcher(
            OutboxTable table,
            Standstills standstills,
            @Lazy EffectHandler handler,
            @Lazy InOneGo inOneGo,
            TransactionTemplate transaction,
            OutboxSettings settings,
            Clock clock) {
        this.table = table;
        this.standstills = standstills;
        this.handler = handler;
        this.inOneGo = inOneGo;
        this.transaction = new Retries(transaction);
        this.settings = settings;
        this.clock = clock;
        this.endings = new Endings(table, standstills, handler, inOneGo, this.transaction, settings, clock);
    }

    @Scheduled(fixedDelayString = "${forfall.outbox.pause:PT1S}")
    void tick() {
        if (settings.dispatch()) {
            dispatchDue();
        }
    }

    /** By one thread of a node, so that whoever asks for everything due to be delivered gets just that. */
    synchronized int dispatchDue() {
        transaction.once(() -> table.lockExpired().forEach(this::brokenOff));
        int handled = 0;
        int before;
        do {
            before = handled;
            while (!leaving && confirmNext()) {
                handled++;
            }
            handled += sendDue();
        } while (handled > before);
        return handled;
    }

    private int sendDue() {
        int sent = 0;
        int alone = 0;
        int turns = 1;
        while (!leaving && turns > 0) {
            if (alone == 0) {
                try {
                    turns = send(settings.together());
                } catch (RuntimeException oneOfThem) {
                    log.info("Effects are prepared one by one, since one failed: {}", oneOfThem.getMessage());
                    alone = settings.together();
                }
            } else {
                alone--;
                turns = sendOne();
            }
            sent += turns;
        }
        return sent;
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

    /** @param seen how many had their turn, whether they leave or stand still */
    private record Prepared(int seen, List<Attempt> leaving) {}

    private int send(int most) {
        Prepared prepared = transaction.again(() -> prepare(mine(table.lockDue(clock.instant(), most))));
        endings.record(prepared.leaving().stream().map(this::deliver).toList());
        return prepared.seen();
    }

    /** One effect that cannot be prepared must not keep the others from leaving. */
    private int sendOne() {
        AtomicReference<QueuedEffect> taken = new AtomicReference<>();
        Prepared prepared;
        try {
            prepared = transaction.again(() -> {
                List<QueuedEffect> one = table.lockDue(clock.instant(), 1);
                one.forEach(taken::set);
                return prepare(one);
            });
        } catch (RuntimeException failed) {
            return postpone(Optional.ofNullable(taken.get()).orElseThrow(() -> failed), failed);
        }
        endings.record(prepared.leaving().stream().map(this::deliver).toList());
        return prepared.seen();
    }

    private int postpone(QueuedEffect row, RuntimeException failed) {
        log.error("Effect {} could not be prepared", row.effect().key(), failed);
        transaction.once(() -> table.failed(
                row.effect().key(),
                clock.instant().plus(settings.waitAfter(row.attempts())),
                String.valueOf(failed.getMessage())));
        return 1;
    }

    /** Those whose case nobody else works on; where all are busy, the first one waits for its own. */
    private List<QueuedEffect> mine(List<QueuedEffect> due) {
        if (due.size() < 2) {
            return due;
        }
        Set<CaseNumber> free = handler.lockFree(
                due.stream().map(row -> row.effect().caseNumber()).toList());
        List<QueuedEffect> mine = due.stream()
                .filter(row -> free.contains(row.effect().caseNumber()))
                .toList();
        return mine.isEmpty() ? due.subList(0, 1) : mine;
    }

    private Prepared prepare(List<QueuedEffect> rows) {
        return inOneGo.of(() -> {
            handler.expect(rows.stream().map(QueuedEffect::effect).toList());
            Map<QueuedEffect, Delivery> ready = new LinkedHashMap<>();
            for (QueuedEffect row : rows) {
                Preparation preparation = handler.prepare(row.effect());
                if (preparation instanceof Preparation.Ready go) {
                    ready.put(row, go.delivery());
                } else if (preparation instanceof Preparation.Standstill standstill) {
                    standstills.keep(row, standstill);
                }
            }
            return new Prepared(rows.size(), begin(ready));
        });
    }

    private List<Attempt> begin(Map<QueuedEffect, Delivery> ready) {
        long begun = System.nanoTime();
        table.sending(ready.keySet().stream().map(row -> row.effect().key()).toList(), settings.lease());
        return ready.entrySet().stream()
                .map(each -> new Attempt(
                        each.getKey(), each.getValue(), each.getKey().attempts() + 1, begun))
                .toList();
    }

    /** Half of the lease is left to the delivery: a node that stood still in between delivers nothing. */
    private Attempt.Ending deliver(Attempt attempt) {
        if (System.nanoTime() - attempt.begun() > settings.lease().toNanos() / 2) {
            return new Attempt.NotTaken(attempt, new NotDelivered("The time for it was over before it could begin"));
        }
        try {
            return new Attempt.Arrived(attempt, attempt.delivery().deliver());
        } catch (NotDelivered refusal) {
            return new Attempt.NotTaken(attempt, refusal);
        } catch (RuntimeException lost) {
            log.warn(
                    "Nobody knows whether effect {} was delivered",
                    attempt.effect().key(),
                    lost);
            return new Attempt.Lost(attempt, lost);
        }
    }

    void recordDelivery(Effect effect, String receipt) {
        endings.recordDelivery(effect, receipt);
    }

    private boolean confirmNext() {
        Optional<QueuedEffect> row = transaction.again(table::lockDelivered);
        row.map(QueuedEffect::effect).ifPresent(delivered -> {
            try {
                transaction.again(() -> confirm(delivered));
            } catch (RuntimeException failed) {
                log.error("The step that waits for effect {} could not be told", delivered.key(), failed);
                transaction.once(() -> table.confirmLater(delivered.key(), CONFIRM_AGAIN_AFTER));
            }
        });
        return row.isPresent();
    }

    private boolean confirm(Effect effect) {
        Optional<QueuedEffect> standing = table.lock(effect.key()).filter(row -> row.state() == EffectState.DELIVERED);
        standing.ifPresent(row -> {
            if (handler.confirm(effect, table.facts(effect.key()))) {
                table.settle(effect.key(), EffectState.CONFIRMED, null, null);
            } else {
                table.pause(effect.key());
            }
        });
        return standing.isPresent();
    }
}
