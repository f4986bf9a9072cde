package no.forfall.outbox;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction. A payment or a colleague may touch the same case in the same moment; then it looks again. */
class Retries {

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transaction;

    Retries(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    void once(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** @throws ConcurrencyFailureException when five attempts met somebody */
    <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (ConcurrencyFailureException collision) {
                if (attempt == ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }
}
