package no.forfall.outbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.forfall.shared.CaseNumber;

/** A receiver that does not know keys, and counts. */
class CountingHandler implements EffectHandler {

    private final Map<UUID, Integer> deliveries = new ConcurrentHashMap<>();
    private final Set<UUID> unpreparable = ConcurrentHashMap.newKeySet();
    private final Set<UUID> deaf = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unrecordable = ConcurrentHashMap.newKeySet();
    private final Set<CaseNumber> busy = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    int delivered(UUID key) {
        return deliveries.getOrDefault(key, 0);
    }

    void cannotPrepare(UUID key) {
        unpreparable.add(key);
    }

    void cannotConfirm(UUID key) {
        deaf.add(key);
    }

    void cannotRecord(UUID key) {
        unrecordable.add(key);
    }

    /** Somebody else holds the case, until the turn in which it is the only one. */
    void isBusy(CaseNumber caseNumber) {
        busy.add(caseNumber);
    }

    Set<Thread> threads() {
        return threads;
    }

    @Override
    public Optional<Preparation.Standstill> weigh(Effect effect) {
        return Optional.empty();
    }

    @Override
    public Set<CaseNumber> lockFree(Collection<CaseNumber> caseNumbers) {
        Set<CaseNumber> free = new HashSet<>(caseNumbers);
        free.removeAll(busy);
        return free;
    }

    @Override
    public void expect(Collection<Effect> effects) {}

    @Override
    public Preparation prepare(Effect effect) {
        if (unpreparable.contains(effect.key())) {
            throw new IllegalStateException("cannot be prepared");
        }
        return new Preparation.Ready(() -> {
            threads.add(Thread.currentThread());
            deliveries.merge(effect.key(), 1, Integer::sum);
            return "";
        });
    }

    @Override
    public boolean repeatable(Effect effect) {
        return false;
    }

    @Override
    public String delivered(Effect effect, String receipt) {
        if (unrecordable.contains(effect.key())) {
            throw new IllegalStateException("cannot be recorded");
        }
        return "{}";
    }

    @Override
    public boolean confirm(Effect effect, String facts) {
        if (deaf.contains(effect.key())) {
            throw new IllegalStateException("cannot be told");
        }
        return true;
    }
}
