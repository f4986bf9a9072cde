package no.forfall.engine.running;

import java.time.Duration;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/** Runs batches in the acquiring thread, then lets the engine acquire what they left. */
final class BatchingAcquisition extends SequentialJobAcquisitionRunnable {

    private final Batches batches;

    BatchingAcquisition(JobExecutor executor, Batches batches) {
        super(executor);
        this.batches = batches;
    }

    @Override
    protected AcquiredJobs acquireJobs(
            JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
        Batches.Outcome outcome = batches.run(engine.getProcessEngineConfiguration(), () -> isInterrupted);
        if (isInterrupted) {
            AcquiredJobs none = new AcquiredJobs(0);
            context.submitAcquiredJobs(engine.getName(), none);
            return none;
        }
        if (outcome.more()) {
            jobWasAdded();
        }
        AcquiredJobs oneByOne = super.acquireJobs(context, strategy, engine);
        batches.acquired(oneByOne);
        oneByOne.addJobIdBatch(batches.acquire(
                outcome.rolledBack(),
                jobExecutor.getLockOwner(),
                Duration.ofMillis(jobExecutor.getLockTimeInMillis())));
        return oneByOne;
    }
}
