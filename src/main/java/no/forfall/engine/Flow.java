package no.forfall.engine;

import java.util.Map;
import no.forfall.shared.CaseNumber;

/** Starts, signals and stops the processes of a case. All verbs take part in the caller's transaction. */
public interface Flow {

    /**
     * Starts the newest edition of a process for a case.
     *
     * @param facts a handful of routing facts; texts, whole numbers and truth values
     * @throws IllegalArgumentException when no such process is published
     */
    void start(String process, CaseNumber caseNumber, Map<String, Object> facts);

    /**
     * Tells every process of the case that waits for the signal.
     *
     * @param signal a message name of the diagrams, such as {@code claimSettled}
     * @return how many waited for it; zero is no error
     */
    int signal(CaseNumber caseNumber, String signal, Map<String, Object> facts);

    /** Gives waiting diagrams a JSON document as variable, on whose fields they can route. */
    int signalWithDocument(CaseNumber caseNumber, String signal, String variable, String json);

    /** Stops the ladder of the case: its timers stand still. From within a process this, resume and end are asked for {@link #whenAtRest}. */
    void hold(CaseNumber caseNumber, String process);

    /**
     * Lets the ladder go on; its timers move by whole days, keep their time of day and land on banking days again. Waits that
     * begin later do not count the paused days either.
     *
     * @param days how far the waits that run have to move; zero leaves them
     * @param paused all days on which the case has stood still
     */
    void resume(CaseNumber caseNumber, String process, long days, PausedDays paused);

    /**
     * Tells the ladder of the case newer facts, such as the deadline of a letter that was sent again. A wait that is counted
     * from them ends later where they say so, never sooner.
     */
    void recount(CaseNumber caseNumber, String process, Map<String, Object> facts);

    /** Ends whatever still runs for the case. */
    void end(CaseNumber caseNumber, String reason);

    /** Ends one process of the case and what it has called; the others run on. */
    void end(CaseNumber caseNumber, String process, String reason);

    /**
     * Tells the processes of a case that they are over, and ends whatever runs on in spite of it, as soon as none of them has
     * called for that ({@link #whenAtRest}).
     *
     * @param signal as in {@link #signal}
     * @param reason kept with what has to be ended
     */
    void conclude(CaseNumber caseNumber, String signal, Map<String, Object> facts, String reason);

    /**
     * Does something to processes that the one from within which this is called must not feel under its own feet, such as
     * stopping or ending them all: when that process has come to its next wait or its end, still in its transaction. Within
     * {@link no.forfall.shared.InOneGo} at the end of it, else at once when no process is running.
     */
    void whenAtRest(Runnable work);
}
