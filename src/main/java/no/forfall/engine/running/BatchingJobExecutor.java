package no.forfall.engine.running;

import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
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

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new OneByOne(jobs, engine);
    }

    private final class OneByOne extends ExecuteJobsRunnable {

        OneByOne(List<String> jobs, ProcessEngineImpl engine) {
            super(jobs, engine);
        }

        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
            try {
                super.executeJob(job, commands, failures);
            } finally {
                if (failures.getFailure() instanceof OptimisticLockingException) {
                    batches.met();
                }
            }
        }
    }
}
