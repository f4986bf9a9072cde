package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import no.forfall.ForfallTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ForfallTest
class HandingBackTest {

    @Autowired
    HandingBack handingBack;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNodeThatStopsKeepsNoJobAndLeavesThoseOfOthers() {
        String owner = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .getLockOwner();
        lock("mine", owner);
        lock("theirs", "another node");
        handingBack.stop();
        assertThat(ownerOf("mine")).isNull();
        assertThat(ownerOf("theirs")).isEqualTo("another node");
        jdbc.sql("delete from act_ru_job where id_ in ('mine', 'theirs')").update();
        handingBack.start();
    }

    private void lock(String job, String owner) {
        jdbc.sql("insert into act_ru_job (id_, rev_, type_, lock_owner_, lock_exp_time_, retries_, suspension_state_)"
                        + " values (?, 1, 'message', ?, now() + interval '5 minutes', 1, 2)")
                .params(job, owner)
                .update();
    }

    private @Nullable String ownerOf(String job) {
        return (String) jdbc.sql("select lock_owner_ from act_ru_job where id_ = ?")
                .param(job)
                .query()
                .singleRow()
                .get("lock_owner_");
    }
}
