package no.forfall.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.Agenda;
import no.forfall.shared.CaseNumber;

/**
 * Queues effects and lets people see and settle the ones that stand still. As an agenda it delivers what is due, a
 * few at a time.
 */
public interface Outbox extends Agenda {

    /** Queues an effect in the caller's transaction. One that may not leave yet stands still from the first moment. */
    void queue(Effect effect, Instant at);

    /** Stops everything of a case that has not begun to leave; it waits for {@link #release}. */
    void hold(CaseNumber caseNumber);

    /** Lets the effects of a held case go on. They are prepared anew, with that day's facts. */
    void release(CaseNumber caseNumber);

    /** Has what waits for a rule prepared again now, whatever time it waits for. */
    void wake(String rule);

    /** Withdraws everything of a case that has not begun to leave. */
    void withdraw(CaseNumber caseNumber, String reason);

    /** The same of a case that goes on, for that reason. */
    void withdraw(CaseNumber caseNumber, EffectMovedOn.Because because);

    /** A person found that an effect of unknown delivery did arrive. */
    void settleAsDelivered(UUID key, String receipt);

    /** A person found that an effect of unknown delivery did not arrive, or lifts a bar: it is prepared again. */
    void tryAgain(UUID key);

    /** A person decides to go on without an effect that is barred or unknown; its step is told, nothing is delivered. */
    void skip(UUID key);

    /** Effects that have not ended, oldest first, at most a hundred. */
    List<QueuedEffect> standing(CaseNumber caseNumber);

    /** Effects of some cases that wait for their time, for their turn or for a person, the earliest first. */
    List<QueuedEffect> waiting(Collection<CaseNumber> caseNumbers);

    /** Effects in a state, oldest first, at most the given number. */
    List<QueuedEffect> in(EffectState state, int most);

    /** How many effects are in a state. */
    long count(EffectState state);

    Optional<QueuedEffect> find(UUID key);
}
