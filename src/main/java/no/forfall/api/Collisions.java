package no.forfall.api;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Two people or a timer may touch the same case in the same moment; the later one simply looks again. */
public final class Collisions {

    private static final int ATTEMPTS = 5;

    private Collisions() {}

    /**
     * Runs work that opens its own transaction, up to five times.
     *
     * @throws ConcurrencyFailureException when it collided each time
     */
    public static <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException collision) {
                if (attempt == ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }

    /** The same for work without a result. */
    public static void retried(Runnable work) {
        retried(() -> {
            work.run();
            return true;
        });
    }
}
