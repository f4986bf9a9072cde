package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.forfall.ForfallTest;
import no.forfall.House;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class EngineIndexesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    House house;

    @BeforeEach
    void manyCasesWait() {
        house.itIs("2026-03-02");
        jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, suspension_state_)"
                        + " select 'many' || n, 1, 'many' || n, 'F-7' || lpad(n::text, 6, '0'), 1"
                        + " from generate_series(1, 5000) n on conflict do nothing")
                .update();
        jdbc.sql("insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, retries_,"
                        + " duedate_, suspension_state_, priority_, handler_type_)"
                        + " select 'many' || n, 1, 'timer', true, 'many' || n, 'many' || n, case when n % 100 = 0 then 0 else 3 end,"
                        + " timestamp '2026-03-10 07:00' + n * interval '1 minute', 1, 0, 'timer-intermediate-transition'"
                        + " from generate_series(1, 5000) n on conflict do nothing")
                .update();
        jdbc.sql(
                        "insert into act_ru_event_subscr (id_, rev_, event_type_, event_name_, execution_id_, proc_inst_id_, created_)"
                                + " select 'many' || n, 1, 'message', 'caseClosed', 'many' || n, 'many' || n, timestamp '2026-03-01'"
                                + " from generate_series(1, 5000) n on conflict do nothing")
                .update();
        jdbc.sql("analyze act_ru_job, act_ru_event_subscr, act_ru_execution").update();
    }

    @AfterEach
    void theyAreGone() {
        jdbc.sql("delete from act_ru_job where id_ like 'many%'").update();
        jdbc.sql("delete from act_ru_event_subscr where id_ like 'many%'").update();
        jdbc.sql("delete from act_ru_execution where id_ like 'many%'").update();
    }

    private String plan(String sql) {
        return jdbc.sql("explain " + sql).query(String.class).list().stream().collect(Collectors.joining("\n"));
    }

    @ParameterizedTest(name = "at {0}")
    @ValueSource(strings = {"2026-03-02 08:00", "2026-12-31 08:00"})
    void batchesFindWhatIsDueByAnIndexBeItNothingOrAll(String now) {
        assertThat(plan(DueJobs.DUE
                        .formatted("")
                        .replace(":now", "timestamp '" + now + "'")
                        .replace(":least", "-9")
                        .replace(":most", "9")
                        .replace(":limit", "50")))
                .contains("forfall_job_due")
                .doesNotContain("Seq Scan on act_ru_job");
    }

    @Test
    void theEnginesAcquisitionReadsByTheIndexToo() {
        Long scans = transaction.execute(status -> {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 3)));
            return jdbc.sql("select pg_stat_get_xact_numscans('public.forfall_job_due'::regclass)")
                    .query(Long.class)
                    .single();
        });
        assertThat(scans).isPositive();
    }

    @Test
    void jobsUnderWayAreFoundByAnIndex() {
        assertThat(plan("select process_instance_id_ from act_ru_job where exclusive_ = true"
                        + " and lock_owner_ is not null and lock_exp_time_ >= timestamp '2026-03-02 08:00'"))
                .contains("forfall_job_locked");
    }

    @Test
    void messagesFindTheirProcessByAnIndex() {
        assertThat(plan("select * from act_ru_event_subscr where proc_inst_id_ = 'many7' and event_type_ = 'message'"
                        + " and event_name_ = 'caseClosed'"))
                .contains("forfall_event_process");
    }

    @Test
    void faultsAreFoundByAnIndex() {
        assertThat(plan("select * from act_ru_job where retries_ = 0 order by duedate_ limit 100"))
                .contains("forfall_job_failed");
    }

    @Test
    void comeBackWithTheNextVersionOfTheEngine() {
        jdbc.sql("drop index public.forfall_job_due").update();
        EngineIndexes.lay(dataSource);
        assertThat(indexes()).as("laid for this version already").doesNotContain("forfall_job_due");
        jdbc.sql("update app.engine_index_history set checksum = 0 where script = 'R__indexes.sql'")
                .update();
        EngineIndexes.lay(dataSource);
        assertThat(indexes())
                .contains("forfall_job_due", "forfall_job_failed", "forfall_task_parent", "forfall_event_process");
    }

    @Test
    void connectionsCompileNoQueries() {
        assertThat(jdbc.sql("show jit").query(String.class).single()).isEqualTo("off");
    }

    private List<String> indexes() {
        return jdbc.sql("select indexname from pg_indexes where schemaname = 'public'")
                .query(String.class)
                .list();
    }
}
