package no.forfall.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Takes records many to a transaction. When one of them cannot be taken, its whole batch is rolled back and taken again one
 * by one, so that this one alone is refused.
 *
 * @param <R> a record
 * @param <O> what became of it
 */
public final class Together<R, O> {

    private static final int MOST = 50;

    private final OwnTransaction transaction;
    private final Function<List<R>, List<O>> take;
    private final BiConsumer<R, O> taken;
    private final BiConsumer<R, FieldRefused> refused;
    private final List<R> waiting = new ArrayList<>();

    /**
     * @param take takes records in a transaction, each perhaps twice, and tells what became of each, in their order
     * @param taken is told once of every record, when it is committed
     * @param refused is told once of every record that was refused
     */
    public Together(
            OwnTransaction transaction,
            Function<List<R>, List<O>> take,
            BiConsumer<R, O> taken,
            BiConsumer<R, FieldRefused> refused) {
        this.transaction = transaction;
        this.take = take;
        this.taken = taken;
        this.refused = refused;
    }

    /** Takes the record with others that come, at the latest when {@link #finish} is called. */
    public void add(R record) {
        waiting.add(record);
        if (waiting.size() == MOST) {
            finish();
        }
    }

    /** Takes what waits. */
    public void finish() {
        List<R> batch = List.copyOf(waiting);
        waiting.clear();
        if (batch.isEmpty()) {
            return;
        }
        List<O> outcomes;
        try {
            outcomes = transaction.together(() -> take.apply(batch));
        } catch (RuntimeException oneOfThem) {
            batch.forEach(this::alone);
            return;
        }
        for (int at = 0; at < batch.size(); at++) {
            taken.accept(batch.get(at), outcomes.get(at));
        }
    }

    private void alone(R record) {
        O outcome;
        try {
            outcome = transaction.of(() -> take.apply(List.of(record))).get(0);
        } catch (FieldRefused cannot) {
            refused.accept(record, cannot);
            return;
        }
        taken.accept(record, outcome);
    }
}
