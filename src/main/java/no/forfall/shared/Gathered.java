package no.forfall.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.NamedThreadLocal;

/**
 * What one class writes to the database bit by bit. Within {@link #during} it is kept and written together, in the order in
 * which it came; elsewhere each bit is written at once. Whoever reads what it writes has it written first.
 *
 * @param <T> a bit of what is written
 */
public final class Gathered<T> {

    private static final NamedThreadLocal<Map<Gathered<?>, List<Object>>> WAITING =
            new NamedThreadLocal<>("what is to be written");

    private final Consumer<List<T>> writing;

    /** @param writing writes one or more, in their order */
    public Gathered(Consumer<List<T>> writing) {
        this.writing = writing;
    }

    /** Gathers while the work is done and writes at its end; drops what it has when the work fails, as its transaction does. */
    public static <R> R during(Supplier<R> work) {
        if (WAITING.get() != null) {
            return work.get();
        }
        WAITING.set(new LinkedHashMap<>());
        try {
            R result = work.get();
            List.copyOf(WAITING.get().keySet()).forEach(Gathered::write);
            return result;
        } finally {
            WAITING.remove();
        }
    }

    public void add(T bit) {
        Map<Gathered<?>, List<Object>> waiting = WAITING.get();
        if (waiting == null) {
            writing.accept(List.of(bit));
        } else {
            waiting.computeIfAbsent(this, one -> new ArrayList<>()).add(bit);
        }
    }

    /** Writes what has been gathered, so that it can be read. */
    public void write() {
        Map<Gathered<?>, List<Object>> waiting = WAITING.get();
        @SuppressWarnings("unchecked")
        List<T> bits = waiting == null ? null : (List<T>) waiting.remove(this);
        if (bits != null) {
            writing.accept(bits);
        }
    }
}
