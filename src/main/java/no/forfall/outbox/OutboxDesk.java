package no.forfall.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the other rooms see it. */
@Service
@Transactional
class OutboxDesk implements Outbox {

    private final OutboxTable table;
    private final Standstills standstills;
    private final Dispatcher dispatcher;
    private final EffectHandler handler;
    private final Clock clock;

    OutboxDesk(
            OutboxTable table,
            Standstills standstills,
            Dispatcher dispatcher,
            @Lazy EffectHandler handler,
            Clock clock) {
        this.table = table;
        this.standstills = standstills;
        this.dispatcher = dispatcher;
        this.handler = handler;
        this.clock = clock;
    }

    @Override
    public void queue(Effect effect, Instant at) {
        table.insert(effect, at);
        handler.weigh(effect)
                .ifPresent(still ->
                        standstills.keep(new QueuedEffect(effect, EffectState.QUEUED, at, at, null, null, 0), still));
    }

    @Override
    public void hold(CaseNumber caseNumber) {
        table.hold(caseNumber);
    }

    @Override
    public void release(CaseNumber caseNumber) {
        table.release(caseNumber);
    }

    @Override
    public void wake(String rule) {
        table.wake(rule, clock.instant());
    }

    @Override
    public void withdraw(CaseNumber caseNumber, String reason) {
        withdraw(caseNumber, reason, EffectMovedOn.Because.CASE_CLOSED);
    }

    @Override
    public void withdraw(CaseNumber caseNumber, EffectMovedOn.Because because) {
        withdraw(caseNumber, because.name(), because);
    }

    private void withdraw(CaseNumber caseNumber, String reason, EffectMovedOn.Because because) {
        table.withdraw(caseNumber, reason).forEach(row -> standstills.withdrawn(row, because));
    }

    @Override
    public void settleAsDelivered(UUID key, String receipt) {
        QueuedEffect row = standing(key, EffectState.UNKNOWN);
        dispatcher.recordDelivery(row.effect(), receipt);
        standstills.movedOn(row, EffectState.DELIVERED);
    }

    @Override
    public void tryAgain(UUID key) {
        QueuedEffect row = standing(key, EffectState.UNKNOWN, EffectState.BARRED);
        table.settle(key, EffectState.QUEUED, null, null);
        standstills.movedOn(row, EffectState.QUEUED);
    }

    @Override
    public void skip(UUID key) {
        QueuedEffect row = standing(key, EffectState.UNKNOWN, EffectState.BARRED);
        table.delivered(key, "{}");
        standstills.withdrawn(row, EffectMovedOn.Because.DECIDED);
    }

    private QueuedEffect standing(UUID key, EffectState... states) {
        return table.lock(key)
                .filter(row -> List.of(states).contains(row.state()))
                .orElseThrow(() -> new IllegalStateException(
                        "Effect " + key + " does not stand still any more; look at its case again"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<QueuedEffect> standing(CaseNumber caseNumber) {
        return table.standing(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<QueuedEffect> waiting(Collection<CaseNumber> caseNumbers) {
        return table.waiting(caseNumbers);
    }

    @Override
    @Transactional(readOnly = true)
    public List<QueuedEffect> in(EffectState state, int most) {
        return table.in(state, most);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(EffectState state) {
        return table.count(state);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<QueuedEffect> find(UUID key) {
        return table.find(key);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue() {
        return table.nextDue();
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public int runDue() {
        return dispatcher.dispatchDue();
    }
}
