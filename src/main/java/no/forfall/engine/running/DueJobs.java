package no.forfall.engine.running;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Picks jobs that the engine's own acquisition would pick too, by the engine's clock. Left to that acquisition are jobs that
 * have failed before, repeat, or belong to no case.
 */
final class DueJobs {

    private static final String NOT_ACQUIRED = " and (job.lock_owner_ is null or job.lock_exp_time_ < :now)";

    /** Few are picked by the index first and looked at after that, so that it costs the same however many are due. */
    static final String DUE = "select job.id_, process.business_key_ from (select job.* from act_ru_job job"
            + " where job.duedate_ <= :now and job.retries_ > 0 and job.suspension_state_ = 1" + NOT_ACQUIRED
            + " and job.exception_msg_ is null and job.repeat_ is null and job.process_instance_id_ is not null"
            + " and job.priority_ between :least and :most"
            + " order by %1$s job.duedate_ limit :limit for update skip locked) job"
            + " join act_ru_execution process on process.id_ = job.process_instance_id_"
            + " where not exists (select 1 from act_ru_job other where other.process_instance_id_ = job.process_instance_id_"
            + " and other.lock_owner_ is not null and other.lock_exp_time_ >= :now)"
            + " order by %1$s job.duedate_";

    private static final String ACQUIRE = "update act_ru_job set rev_ = rev_ + 1, lock_owner_ = :owner,"
            + " lock_exp_time_ = :until where id_ in (select job.id_ from act_ru_job job"
            + " where job.id_ = any(:ids) and job.retries_ > 0 and job.suspension_state_ = 1" + NOT_ACQUIRED
            + " for update skip locked) returning id_";

    private final JdbcClient jdbc;
    private final CaseLocks cases;
    private final Takings takings;

    DueJobs(JdbcClient jdbc, CaseLocks cases, Takings takings) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.takings = takings;
    }

    /**
     * Locks rows of due jobs, one of each case that nobody works on, until the transaction ends. A case that is busy is not
     * waited for, since whoever holds it may wait for one of the rows.
     *
     * @param most how many are looked at
     * @return their ids by the business keys of their cases, in the order in which they are due
     */
    Map<String, String> lockRows(ProcessEngineConfigurationImpl engine, int most) {
        boolean byPriority = engine.isJobExecutorAcquireByPriority();
        Map<String, String> firstOfCase = new LinkedHashMap<>();
        jdbc.sql(DUE.formatted(byPriority ? "job.priority_ desc," : ""))
                .param("now", now())
                .param("least", byPriority ? engine.getJobExecutorPriorityRangeMin() : Long.MIN_VALUE)
                .param("most", byPriority ? engine.getJobExecutorPriorityRangeMax() : Long.MAX_VALUE)
                .param("limit", most)
                .query((row, number) -> firstOfCase.putIfAbsent(String.valueOf(row.getString(2)), row.getString(1)))
                .list();
        if (firstOfCase.isEmpty()) {
            return firstOfCase;
        }
        Set<String> free = cases.lockFree(firstOfCase.keySet());
        takings.took(firstOfCase.size());
        takings.inVain(firstOfCase.size() - free.size());
        firstOfCase.keySet().retainAll(free);
        return firstOfCase;
    }

    /** Acquires jobs the way the engine does, by owner and time, and leaves out those that are gone or acquired already. */
    List<String> acquire(List<String> ids, String owner, Duration lockTime) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Timestamp now = now();
        List<String> acquired = jdbc.sql(ACQUIRE)
                .param("owner", owner)
                .param("until", Timestamp.from(now.toInstant().plus(lockTime)))
                .param("now", now)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list();
        takings.took(acquired.size());
        return acquired;
    }

    private static Timestamp now() {
        return new Timestamp(ClockUtil.getCurrentTime().getTime());
    }
}
