package no.forfall.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.forfall.engine.running.Batches;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
class CamundaTime implements EngineTime {

    private static final Logger log = LoggerFactory.getLogger(CamundaTime.class);
    private static final int PAGE = 100;

    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final Batches batches;
    private final Clock clock;

    CamundaTime(ManagementService management, ProcessEngine engine, Batches batches, Clock clock) {
        this.management = management;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return management.createJobQuery().active().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    @Override
    public int runDue() {
        int ran = 0;
        int before;
        do {
            before = ran;
            ran += batches.run(engine, () -> false).ran();
            for (Job job : due()) {
                ran += run(job);
            }
        } while (ran > before);
        return ran;
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(clock.instant().plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, PAGE);
    }

    private int run(Job job) {
        try {
            management.executeJob(job.getId());
            return 1;
        } catch (RuntimeException failed) {
            log.warn("Job {} failed: {}", job.getId(), failed.getMessage());
            return 0;
        }
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        JobExecutor jobExecutor = engine.getJobExecutor();
        boolean wasActive = jobExecutor.isActive();
        jobExecutor.shutdown();
        try {
            return work.get();
        } finally {
            if (wasActive) {
                jobExecutor.start();
            }
        }
    }
}
