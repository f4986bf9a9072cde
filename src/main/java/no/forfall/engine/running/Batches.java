package no.forfall.engine.running;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs due jobs of different cases many to a transaction, where that is set: {@code forfall.engine.batch}, 0 for never. */
@Component
public class Batches {

    /** So that on a morning when everything is due, the jobs that no batch takes are not the last. */
    private static final int IN_A_ROW = 10;

    private final DueJobs due;
    private final Takings takings;
    private final int most;

    Batches(JdbcClient jdbc, CaseLocks cases, Takings takings, @Value("${forfall.engine.batch:50}") int most) {
        this.due = new DueJobs(jdbc, cases, takings);
        this.takings = takings;
        this.most = most;
    }

    /**
     * What a row of batches came to.
     *
     * @param ran how many jobs were run
     * @param rolledBack the jobs of the last batch, when one of them failed or met somebody; they wait to be run one by one
     * @param more whether there may be more that is due
     */
    public record Outcome(int ran, List<String> rolledBack, boolean more) {}

    /** Runs a few batches, until one finds nothing or fails, or it is told to stop. */
    public Outcome run(ProcessEngineConfigurationImpl engine, BooleanSupplier stop) {
        int ran = 0;
        for (int count = 0; most > 0 && count < IN_A_ROW; count++) {
            if (stop.getAsBoolean()) {
                return new Outcome(ran, List.of(), false);
            }
            Batch batch = new Batch(due, most);
            List<String> rolledBack = batch.run(engine);
            takings.inVain(rolledBack.size());
            if (!rolledBack.isEmpty() || batch.size() == 0) {
                return new Outcome(ran, rolledBack, false);
            }
            ran += batch.size();
        }
        return new Outcome(ran, List.of(), most > 0);
    }

    /** The engine's own acquisition came to this. */
    void acquired(AcquiredJobs jobs) {
        takings.took(jobs.size() + jobs.getNumberOfJobsFailedToLock());
        takings.inVain(jobs.getNumberOfJobsFailedToLock());
    }

    /** A job that runs alone met somebody. */
    void met() {
        takings.inVain(1);
    }

    /** Acquires jobs the way the engine does, by owner and time; returns those that nobody else has. */
    List<String> acquire(List<String> jobs, String owner, Duration lockTime) {
        return due.acquire(jobs, owner, lockTime);
    }
}
