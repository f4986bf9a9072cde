package no.forfall.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Tells a collision inside the engine in the words of Spring, so that callers can repeat their transaction. */
final class Collisions {

    private Collisions() {}

    /** @throws OptimisticLockingFailureException when somebody else moved the same process at the same time */
    static void told(Runnable work) {
        try {
            work.run();
        } catch (OptimisticLockingException collision) {
            throw new OptimisticLockingFailureException("The process was moved at the same time", collision);
        }
    }
}
