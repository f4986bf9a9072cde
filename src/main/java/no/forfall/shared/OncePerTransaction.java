package no.forfall.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads something once in each transaction and remembers it until the transaction ends; reads it every time where there is
 * none. Whoever changes what is remembered has it forgotten. Each transaction has a memory of its own, an inner one too.
 *
 * @param <K> what is asked for
 * @param <V> the answer, not null
 */
public final class OncePerTransaction<K, V> {

    /** The answer that this transaction has had, or what the reading gives. */
    public V of(K key, Supplier<V> reading) {
        Map<Entry, Object> known = memory();
        if (known == null) {
            return reading.get();
        }
        @SuppressWarnings("unchecked")
        V answer = (V) known.get(new Entry(this, key));
        if (answer == null) {
            answer = reading.get();
            known.put(new Entry(this, key), answer);
        }
        return answer;
    }

    /** Has this answer read anew. */
    public void forget(K key) {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.remove(new Entry(this, key));
        }
    }

    /** Has all of these answers read anew. */
    public void forget() {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.keySet().removeIf(entry -> ((Entry) entry).asker() == this);
        }
    }

    /** Has everything that this transaction remembers read anew, as after waiting for a lock. */
    public static void forgetAll() {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.clear();
        }
    }

    private record Entry(OncePerTransaction<?, ?> asker, Object key) {}

    private static @Nullable Map<Entry, Object> memory() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        Memory memory = (Memory) TransactionSynchronizationManager.getResource(Memory.class);
        if (memory == null) {
            memory = new Memory();
            memory.resume();
            TransactionSynchronizationManager.registerSynchronization(memory);
        }
        return memory.known;
    }

    private static final class Memory implements TransactionSynchronization {

        private final Map<Entry, Object> known = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Memory.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Memory.class, this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}
