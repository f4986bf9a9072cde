package no.forfall.engine.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.forfall.shared.Gathered;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.ProcessDataContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs run together in one engine command and one transaction: all of them, or none. */
final class Batch implements Command<Void> {

    private static final Logger log = LoggerFactory.getLogger(Batch.class);

    private final DueJobs due;
    private final int most;
    private final List<String> jobs = new ArrayList<>();

    Batch(DueJobs due, int most) {
        this.due = due;
        this.most = most;
    }

    /** How many jobs it took. */
    int size() {
        return jobs.size();
    }

    /**
     * Takes jobs that are due and runs them.
     *
     * @return the jobs that were rolled back because one of them failed or met somebody; empty when all is done
     * @throws RuntimeException when no job could be taken at all
     */
    List<String> run(ProcessEngineConfigurationImpl engine) {
        Context.setJobExecutorContext(new NothingWaitsBehind());
        try {
            engine.getCommandExecutorTxRequired().execute(this);
            return List.of();
        } catch (RuntimeException failed) {
            if (jobs.isEmpty()) {
                throw failed;
            }
            if (failed instanceof OptimisticLockingException) {
                log.debug("{} due jobs met somebody and are run one by one", jobs.size());
            } else {
                log.info("{} due jobs are run one by one, since one failed: {}", jobs.size(), failed.getMessage());
            }
            return jobs;
        } finally {
            Context.removeJobExecutorContext();
            new ProcessDataContext(engine).clearMdc();
        }
    }

    @Override
    public Void execute(CommandContext context) {
        Map<String, String> ofCases = due.lockRows(context.getProcessEngineConfiguration(), most);
        jobs.addAll(ofCases.values());
        if (!jobs.isEmpty()) {
            Instances.read(context, ofCases.keySet());
        }
        return Gathered.during(() -> {
            jobs.forEach(id -> new ExecuteJobsCmd(id, new JobFailureCollector(id)).execute(context));
            return null;
        });
    }

    /** A job that one of these makes due at once goes into a batch to come, not behind its maker. */
    private static final class NothingWaitsBehind extends JobExecutorContext {

        @Override
        public boolean isExecutingExclusiveJob() {
            return false;
        }
    }
}
