package no.forfall.engine.running;

import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * The engine's job executor, except that due jobs of different cases run many to a transaction. A batch in which a job fails
 * is rolled back and its jobs run one by one as the engine always does, so that retries and incidents are the engine's own.
 * Jobs must have no effect outside the database.
 *
 * <p>Any number of nodes may run one. {@link #shutdown} returns when the running batch has ended.
 */
public final class BatchingJobExecutor extends SpringJobExecutor {

    private final Batches batches;

    public BatchingJobExecutor(Batches batches) {
        this.batches = batches;
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new BatchingAcquisition(this, batches);
    }
}
