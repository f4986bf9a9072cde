package no.forfall.outbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.forfall.shared.CaseNumber;

/** A receiver that does not know keys, and counts. */
class CountingHandler implements EffectHandler {

    private final Map<UUID, Integer> deliveries = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    int delivered(UUID key) {
        return deliveries.getOrDefault(key, 0);
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
        return Set.copyOf(caseNumbers);
    }

    @Override
    public void expect(Collection<Effect> effects) {}

    @Override
    public Preparation prepare(Effect effect) {
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
        return "{}";
    }

    @Override
    public boolean confirm(Effect effect, String facts) {
        return true;
    }
}
