package no.forfall.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final Object EXPECTED = new Object();

    /** The answer that this transaction has had, or what the reading gives. */
    public V of(K key, Supplier<V> reading) {
        Map<Entry, Object> known = memory();
        if (known == null) {
            return reading.get();
        }
        Object had = known.get(new Entry(this, key));
        if (had != null) {
            return answer(had);
        }
        V answer = reading.get();
        known.put(new Entry(this, key), answer);
        return answer;
    }

    /** The same where many can be read together: with the one that is asked for comes what this transaction {@link #expect expects}. */
    public V of(K key, Function<List<K>, Map<K, V>> reading) {
        return of(key, () -> {
            Map<K, V> answers = reading.apply(unread(key));
            answers.forEach(this::know);
            return Objects.requireNonNull(answers.get(key));
        });
    }

    private List<K> unread(K key) {
        Map<Entry, Object> known = memory();
        @SuppressWarnings("unchecked")
        Set<K> expected = known == null ? null : (Set<K>) known.get(new Entry(this, EXPECTED));
        return expected == null || !expected.contains(key)
                ? List.of(key)
                : expected.stream().filter(each -> !has(each)).toList();
    }

    /** Names what this transaction will ask for, besides what was named before. */
    public void expect(Collection<K> keys) {
        Map<Entry, Object> known = memory();
        if (known != null) {
            @SuppressWarnings("unchecked")
            Set<K> expected = (Set<K>) known.computeIfAbsent(new Entry(this, EXPECTED), none -> new LinkedHashSet<K>());
            expected.addAll(keys);
        }
    }

    private boolean has(K key) {
        Map<Entry, Object> known = memory();
        return known != null && known.containsKey(new Entry(this, key));
    }

    /** Remembers an answer that came by another way; nothing where there is no transaction. */
    public void know(K key, V answer) {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.put(new Entry(this, key), answer);
        }
    }

    /** Has this answer read anew. */
    public void forget(K key) {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.remove(new Entry(this, key));
        }
    }

    /** Has those answers read anew that the test picks. */
    public void forgetIf(Predicate<V> test) {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.entrySet().removeIf(one -> one.getKey().isAnswerOf(this) && test.test(answer(one.getValue())));
        }
    }

    @SuppressWarnings("unchecked")
    private V answer(Object known) {
        return (V) known;
    }

    /** Has all of these answers read anew. */
    public void forget() {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.keySet().removeIf(entry -> entry.isAnswerOf(this));
        }
    }

    /** Has everything that this transaction remembers read anew, as after waiting for a lock. */
    public static void forgetAll() {
        Map<Entry, Object> known = memory();
        if (known != null) {
            known.keySet().removeIf(entry -> entry.key() != EXPECTED);
        }
    }

    private record Entry(OncePerTransaction<?, ?> asker, Object key) {

        boolean isAnswerOf(OncePerTransaction<?, ?> one) {
            return asker == one && key != EXPECTED;
        }
    }

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
