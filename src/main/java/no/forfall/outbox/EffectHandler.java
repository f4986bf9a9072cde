package no.forfall.outbox;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import no.forfall.shared.CaseNumber;

/** Knows what effects mean. There is one, and it is asked in this order: weigh, prepare, delivered, confirm. */
public interface EffectHandler {

    /**
     * Tells, in the transaction that queues the effect, why it would stand still if its turn came now. It only asks: what
     * leaves is decided by {@link #prepare}.
     */
    Optional<Preparation.Standstill> weigh(Effect effect);

    /**
     * Locks, until the transaction ends, those of some cases that nobody else holds; waits for none.
     *
     * @return the ones that are locked now
     */
    Set<CaseNumber> lockFree(Collection<CaseNumber> caseNumbers);

    /** Names effects that a transaction prepares or records together, so that what they need is read together. */
    void expect(Collection<Effect> effects);

    /**
     * Decides in a transaction, at the moment of sending, whether the effect goes out, and stores under its key exactly
     * what will.
     */
    Preparation prepare(Effect effect);

    /** Whether the receiver recognises the key, so that delivering a second time is the same as once. */
    boolean repeatable(Effect effect);

    /**
     * Records in a transaction that the effect was delivered.
     *
     * @return facts for the process, as JSON
     */
    String delivered(Effect effect, String receipt);

    /**
     * Tells the waiting step, in a transaction.
     *
     * @param facts what {@link #delivered} returned
     * @return false when the step cannot hear it now (its case is held); asked again when the case is resumed
     */
    boolean confirm(Effect effect, String facts);
}
