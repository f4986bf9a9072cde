package no.forfall.intake.reading;

import java.util.function.Supplier;
import no.forfall.shared.InOneGo;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the import of one record in a transaction of its own, and again when somebody else changed the same rows at the same
 * time.
 */
@Component
public class OwnTransaction {

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transaction;
    private final InOneGo inOneGo;

    OwnTransaction(PlatformTransactionManager transactions, InOneGo inOneGo) {
        this.inOneGo = inOneGo;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The same for many records at once. */
    <T> T together(Supplier<T> work) {
        return of(() -> inOneGo.of(work));
    }

    /**
     * @throws FieldRefused what the work throws, and when five attempts met the same collision
     */
    public <T> T of(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (ConcurrencyFailureException | DataIntegrityViolationException collision) {
                if (attempt == ATTEMPTS) {
                    throw (FieldRefused) new FieldRefused(null, "intake.record.collision").initCause(collision);
                }
            }
        }
    }
}
