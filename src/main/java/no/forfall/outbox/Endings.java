package no.forfall.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InOneGo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records how attempts ended, also when their lease has run out meanwhile, but never over another attempt. The step that
 * waits is told in the transaction that records the delivery; one that cannot be told yet is told later.
 */
class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private final OutboxTable table;
    private final Standstills standstills;
    private final EffectHandler handler;
    private final InOneGo inOneGo;
    private final Retries transaction;
    private final OutboxSettings settings;
    private final Clock clock;

    Endings(
            OutboxTable table,
            Standstills standstills,
            EffectHandler handler,
            InOneGo inOneGo,
            Retries transaction,
            OutboxSettings settings,
            Clock clock) {
        this.table = table;
        this.standstills = standstills;
        this.handler = handler;
        this.inOneGo = inOneGo;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    void record(List<Attempt.Ending> ended) {
        Map<UUID, Attempt.Arrived> arrived = ended.stream()
                .filter(Attempt.Arrived.class::isInstance)
                .map(Attempt.Arrived.class::cast)
                .collect(Collectors.toMap(each -> each.attempt().effect().key(), Function.identity()));
        Set<UUID> recorded = arrived.size() > 1 ? recordTogether(arrived) : Set.of();
        ended.stream()
                .filter(each -> !recorded.contains(each.attempt().effect().key()))
                .forEach(this::recordOrLeave);
    }

    /** One that cannot be recorded stays as it is until its lease is over; the others must not stay with it. */
    private void recordOrLeave(Attempt.Ending ended) {
        try {
            recordAlone(ended);
        } catch (RuntimeException failed) {
            log.error(
                    "How effect {} ended cannot be recorded",
                    ended.attempt().effect().key(),
                    failed);
        }
    }

    /** @return those that are recorded; the others meet somebody at their case, or one of them cannot be recorded */
    private Set<UUID> recordTogether(Map<UUID, Attempt.Arrived> arrived) {
        try {
            return transaction.again(() -> recordFree(arrived));
        } catch (RuntimeException oneOfThem) {
            log.info("Deliveries are recorded one by one, since one failed: {}", oneOfThem.getMessage());
            return Set.of();
        }
    }

    private Set<UUID> recordFree(Map<UUID, Attempt.Arrived> arrived) {
        Set<CaseNumber> free = handler.lockFree(arrived.values().stream()
                .map(each -> each.attempt().effect().caseNumber())
                .toList());
        List<Attempt> mine = arrived.values().stream()
                .map(Attempt.Arrived::attempt)
                .filter(attempt -> free.contains(attempt.effect().caseNumber()))
                .toList();
        List<QueuedEffect> standing = table.lockLast(mine);
        inOneGo.of(() -> {
            handler.expect(standing.stream().map(QueuedEffect::effect).toList());
            recordAndTell(standing, row -> arrived.get(row.effect().key()).receipt());
            return standing.size();
        });
        return standing.stream().map(row -> row.effect().key()).collect(Collectors.toSet());
    }

    private void recordAndTell(Collection<QueuedEffect> standing, Function<QueuedEffect, String> receipt) {
        List<OutboxTable.Delivered> delivered = new ArrayList<>();
        for (QueuedEffect row : standing) {
            String facts = handler.delivered(row.effect(), receipt.apply(row));
            delivered.add(new OutboxTable.Delivered(row.effect().key(), facts, handler.confirm(row.effect(), facts)));
            tellWhenItStood(row, EffectState.DELIVERED);
        }
        table.delivered(delivered);
    }

    private void recordAlone(Attempt.Ending ended) {
        if (ended instanceof Attempt.Arrived arrived) {
            recordArrived(arrived);
        } else if (ended instanceof Attempt.NotTaken notTaken) {
            end(notTaken, standing -> tryLater(notTaken.attempt(), standing, notTaken.refusal()));
        } else if (ended instanceof Attempt.Lost lost) {
            end(lost, standing -> brokenOffBy(lost.attempt(), standing, lost.cause()));
        }
    }

    private void recordArrived(Attempt.Arrived arrived) {
        try {
            end(arrived, standing -> recordAndTell(List.of(standing), row -> arrived.receipt()));
        } catch (RuntimeException notTold) {
            Effect effect = arrived.attempt().effect();
            log.warn("The step that waits for effect {} could not be told at once", effect.key(), notTold);
            end(arrived, standing -> {
                recordDelivery(effect, arrived.receipt());
                tellWhenItStood(standing, EffectState.DELIVERED);
            });
        }
    }

    private void end(Attempt.Ending ended, Consumer<QueuedEffect> ending) {
        Attempt attempt = ended.attempt();
        transaction.again(() -> {
            List<QueuedEffect> standing = table.lockLast(List.of(attempt));
            standing.forEach(ending);
            if (standing.isEmpty()) {
                log.error(
                        "Attempt {} to deliver effect {} ended after another one had begun",
                        attempt.number(),
                        attempt.effect().key());
            }
            return Optional.empty();
        });
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
        Duration wait = settings.waitAfter(attempt.row().attempts());
        UUID key = attempt.effect().key();
        log.info("Effect {} was not taken, next attempt in {}: {}", key, wait, refused.getMessage());
        table.postpone(key, clock.instant().plus(wait), null, String.valueOf(refused.getMessage()));
        tellWhenItStood(standing, EffectState.QUEUED);
    }

    private void brokenOffBy(Attempt attempt, QueuedEffect standing, RuntimeException lost) {
        if (standing.state() != EffectState.SENDING) {
            return;
        }
        QueuedEffect row = attempt.row();
        String reason = String.valueOf(lost.getMessage());
        if (handler.repeatable(row.effect())) {
            table.postpone(row.effect().key(), clock.instant().plus(settings.waitAfter(row.attempts())), null, reason);
        } else {
            standstills.unknown(row, reason);
        }
    }
}
