package no.forfall.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import no.forfall.law.LegalStep;
import no.forfall.law.Verdict;
import no.forfall.outbox.Delivery;
import no.forfall.shared.CaseNumber;

/**
 * An activity with an effect outside the house. The law is asked before it leaves.
 */
public non-sealed interface OutsideActivity<I extends Record> extends Activity<I> {

    /** What it does in law. */
    LegalStep legalStep(I input);

    /**
     * Whether it charges a fee, asked only when the law allows none.
     *
     * @param today the day in the creditor's country
     */
    default FeeWish feeWish(CaseNumber caseNumber, I input, LocalDate today) {
        return FeeWish.NONE;
    }

    /** Whether it leaves even while the case is held or after it was closed, as a report of what has happened already. */
    default boolean evenWhenHeldOrClosed(I input) {
        return false;
    }

    /** Whether the process waits until it has been delivered; else it goes on as soon as the effect is queued. */
    default boolean isWaitedFor(I input) {
        return true;
    }

    /** Whether the receiver recognises the key, so that delivering a second time is the same as once. */
    boolean repeatable();

    /** The same for one effect that was prepared, where not all of an activity are alike. */
    default boolean repeatable(UUID key) {
        return repeatable();
    }

    /** Names effects of this activity that a transaction prepares or records together, so that they are read together. */
    default void expect(Map<UUID, CaseNumber> effects) {}

    /**
     * Fixes, in a transaction that holds the case, what will leave under the key, with this day's facts.
     *
     * @param verdict what the law allows; never a refusal
     * @param today the day in the creditor's country
     * @return delivers just that
     * @throws ActivityWaits when it must not leave yet; nothing is stored then
     * @throws ActivityBarred when it must not leave before a person has mended something; nothing is stored then
     */
    Delivery prepare(UUID key, CaseNumber caseNumber, I input, Verdict verdict, LocalDate today)
            throws ActivityBarred, ActivityWaits;

    /**
     * Records the delivery, in a transaction.
     *
     * @return variables for the process; may be empty
     */
    Map<String, Object> delivered(UUID key, String receipt);
}
