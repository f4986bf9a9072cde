package no.forfall.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;
import org.springframework.stereotype.Component;

/**
 * Leaves no job locked when a node stops: it takes no more, ends those that run, and hands back those it had taken and not
 * begun, which would otherwise lie until their lock runs out. A job that still runs then and ends after all collides with
 * whoever took it, and changes nothing.
 */
@Component
class HandingBack implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HandingBack.class);

    private final JobExecutor jobExecutor;
    private final JdbcClient jdbc;
    private boolean running;

    HandingBack(ProcessEngine engine, JdbcClient jdbc) {
        this.jobExecutor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.jdbc = jdbc;
    }

    @EventListener(ContextClosedEvent.class)
    void takeNoMore() {
        jobExecutor.shutdown();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        int jobs = jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                .param(jobExecutor.getLockOwner())
                .update();
        if (jobs > 0) {
            log.info("Handed back {} jobs that had not begun", jobs);
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the threads that run jobs. */
    @Override
    public int getPhase() {
        return ExecutorConfigurationSupport.DEFAULT_PHASE - 1;
    }
}
