package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.Drawn;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.cases.Cases;
import no.forfall.engine.CaseBook;
import no.forfall.engine.Editions;
import no.forfall.engine.Faults;
import no.forfall.engine.Flow;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.shared.CaseNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
@TestPropertySource(properties = {"camunda.bpm.job-execution.enabled=true", "forfall.engine.batch=20"})
@Import(BatchingJobExecutorTest.Counted.class)
class BatchingJobExecutorTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<CaseNumber> begun = new ArrayList<>();

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Editions editions;

    @Autowired
    Flow flow;

    @Autowired
    Faults faults;

    @Autowired
    Cases cases;

    @Autowired
    CaseBook caseBook;

    @Autowired
    JobExecutor executor;

    @Autowired
    TaskExecutor camundaTaskExecutor;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Counting counting;

    @Autowired
    Takings takings;

    @Autowired
    MeterRegistry metrics;

    private double takenBefore;
    private double vainBefore;

    /** An activity that writes down the transaction in which it ran. */
    @Label(nb = "Tell", sv = "Räkna", en = "Count")
    static final class Counting implements InsideActivity<Counting.Nothing> {

        record Nothing() {}

        final Map<CaseNumber, Runnable> meanwhile = new ConcurrentHashMap<>();
        private final JdbcClient jdbc;

        Counting(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return "countRun";
        }

        @Override
        public Class<Nothing> inputType() {
            return Nothing.class;
        }

        @Override
        public Map<String, Object> run(CaseNumber caseNumber, Nothing input) {
            meanwhile.getOrDefault(caseNumber, () -> {}).run();
            jdbc.sql("insert into public.counted values (?, txid_current())")
                    .param(caseNumber.value())
                    .update();
            return Map.of();
        }
    }

    @TestConfiguration
    static class Counted {

        @Bean
        Counting countRun(JdbcClient jdbc) {
            return new Counting(jdbc);
        }
    }

    @BeforeEach
    void standStill() {
        executor.shutdown();
        takenBefore = metrics.counter("forfall.jobs.taken").count();
        vainBefore = metrics.counter("forfall.jobs.vain").count();
        counting.meanwhile.clear();
        jdbc.sql("create table if not exists public.counted (case_number text, tx bigint)")
                .update();
        jdbc.sql("delete from public.counted").update();
        house.itIs("2026-03-02");
        Drawn.diagram("counted")
                .waitsFor("PT2H")
                .calls("countRun")
                .waitsFor("P30D")
                .publish(editions);
    }

    @AfterEach
    void leaveNothing() {
        executor.shutdown();
        begun.forEach(number -> flow.end(number, "test"));
        begun.clear();
    }

    /** Cases of which nothing but this test's process has anything to do for a month. */
    private List<CaseNumber> waiting(int count) {
        return Stream.generate(() -> samples.caseDue("2026-06-01", "Ventende AS", "NOK 100.00")
                        .number())
                .limit(count)
                .peek(begun::add)
                .peek(number -> flow.start("counted", number, Map.of("country", "NO")))
                .toList();
    }

    private List<Job> jobs(CaseNumber number) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey("counted")
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private Map<String, Long> runs() {
        return jdbc.sql("select case_number from public.counted").query(String.class).list().stream()
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
    }

    private long transactions() {
        return jdbc.sql("select count(distinct tx) from public.counted")
                .query(Long.class)
                .single();
    }

    private void assertEachRanOnce(List<CaseNumber> numbers) {
        assertThat(runs()).hasSize(numbers.size()).allSatisfy((number, count) -> assertThat(count)
                .isEqualTo(1));
    }

    private double taken() {
        return metrics.counter("forfall.jobs.taken").count() - takenBefore;
    }

    private double vain() {
        return metrics.counter("forfall.jobs.vain").count() - vainBefore;
    }

    private Batch batch() {
        return new Batch(new DueJobs(jdbc, caseBook::lockFree, takings), 20);
    }

    private List<String> run(Batch batch) {
        return batch.run((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    }

    @Test
    void dueJobsOfManyCasesShareATransaction() {
        List<CaseNumber> numbers = waiting(50);
        house.itIs("2026-03-03");
        executor.start();
        await().atMost(SOON).until(() -> runs().size() == 50);
        executor.shutdown();
        assertEachRanOnce(numbers);
        assertThat(transactions()).isEqualTo(3);
        assertThat(faults.count()).isZero();
        assertThat(taken()).isEqualTo(50);
        assertThat(vain()).isZero();
    }

    @Test
    void aJobThatFailsGoesTheWayOfTheEngineAndTakesNoOtherWithIt() {
        List<CaseNumber> numbers = waiting(10);
        CaseNumber failing = numbers.get(4);
        counting.meanwhile.put(failing, () -> {
            throw new IllegalStateException("The abacus is broken");
        });
        house.itIs("2026-03-03");
        executor.start();
        await().atMost(SOON).until(() -> faults.count() == 1);
        await().atMost(SOON).until(() -> runs().size() == 9);
        executor.shutdown();
        assertThat(runs()).doesNotContainKey(failing.value()).allSatisfy((number, count) -> assertThat(count)
                .isEqualTo(1));
        assertThat(faults.all(10)).singleElement().satisfies(fault -> {
            assertThat(fault.caseNumber()).isEqualTo(failing);
            assertThat(fault.cause()).contains("The abacus is broken");
        });
        assertThat(vain()).as("the batch that it was in").isEqualTo(10);
        assertThat(jobs(failing)).singleElement().extracting(Job::getRetries).isEqualTo(0);
    }

    @Test
    void twoExecutorsRunEachJobOnce() {
        List<CaseNumber> numbers = waiting(60);
        house.itIs("2026-03-03");
        BatchingJobExecutor other = new BatchingJobExecutor(new Batches(jdbc, caseBook::lockFree, takings, 7));
        other.setTaskExecutor(camundaTaskExecutor);
        other.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        other.registerProcessEngine((ProcessEngineImpl) engine);
        // the first stays in its batch until the other executor has come to the last
        CountDownLatch lastRan = new CountDownLatch(1);
        counting.meanwhile.put(numbers.get(0), () -> join(lastRan));
        counting.meanwhile.put(numbers.get(59), lastRan::countDown);
        executor.start();
        other.start();
        try {
            await().atMost(SOON).until(() -> runs().size() == 60);
        } finally {
            other.shutdown();
            executor.shutdown();
        }
        assertEachRanOnce(numbers);
        assertThat(numbers).allSatisfy(number -> assertThat(jobs(number))
                .as("the wait of thirty days that follows")
                .hasSize(1));
    }

    @Test
    void takesOnlyWhatTheEngineWouldTake() {
        List<CaseNumber> numbers = waiting(5);
        house.itIs("2026-03-03");
        runtime.suspendProcessInstanceById(jobs(numbers.get(0)).get(0).getProcessInstanceId());
        management.setJobRetries(jobs(numbers.get(1)).get(0).getId(), 0);
        jdbc.sql(
                        "update act_ru_job set lock_owner_ = 'another', lock_exp_time_ = duedate_ + interval '30 days' where id_ = ?")
                .param(jobs(numbers.get(2)).get(0).getId())
                .update();
        // past for the database, not for the engine
        management.setJobDuedate(jobs(numbers.get(3)).get(0).getId(), Date.from(Instant.parse("2026-03-05T12:00:00Z")));
        assertThat(run(batch())).isEmpty();
        assertThat(runs()).containsOnlyKeys(numbers.get(4).value());

        house.itIs("2026-03-06");
        run(batch());
        assertThat(runs())
                .containsOnlyKeys(numbers.get(3).value(), numbers.get(4).value());

        house.itIs("2026-04-10");
        run(batch());
        assertThat(runs())
                .as("the lock of the other has expired")
                .containsKey(numbers.get(2).value())
                .doesNotContainKeys(numbers.get(0).value(), numbers.get(1).value());
    }

    @Test
    void takesOneJobOfACaseAtATime() {
        CaseNumber number = waiting(1).get(0);
        flow.start("counted", number, Map.of("country", "NO"));
        house.itIs("2026-03-03");
        Batch first = batch();
        run(first);
        assertThat(first.size()).isEqualTo(1);
        run(batch());
        assertThat(runs()).containsEntry(number.value(), 2L);
        assertThat(transactions()).isEqualTo(2);
    }

    @Test
    void leavesACaseThatSomebodyHoldsAndWaitsForNone() {
        List<CaseNumber> numbers = waiting(3);
        house.itIs("2026-03-03");
        transaction.executeWithoutResult(status -> {
            cases.lock(numbers.get(1));
            CompletableFuture.runAsync(() -> assertThat(run(batch())).isEmpty())
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            assertThat(runs())
                    .containsOnlyKeys(numbers.get(0).value(), numbers.get(2).value());
            assertThat(taken()).isEqualTo(3);
            assertThat(vain()).isEqualTo(1);
        });
        run(batch());
        assertEachRanOnce(numbers);
    }

    @Test
    void whoeverMeetsABatchRollsItBackAndItIsRepeated() {
        List<CaseNumber> numbers = waiting(3);
        String token = jobs(numbers.get(1)).get(0).getExecutionId();
        Set<String> met = new HashSet<>();
        counting.meanwhile.put(numbers.get(2), () -> {
            if (met.add("once")) {
                CompletableFuture.runAsync(() -> runtime.setVariableLocal(token, "touched", true))
                        .join();
            }
        });
        house.itIs("2026-03-03");
        Batch collided = batch();
        assertThat(run(collided)).hasSize(3);
        assertThat(runs()).isEmpty();
        executor.start();
        await().atMost(SOON).until(() -> runs().size() == 3);
        executor.shutdown();
        assertEachRanOnce(numbers);
    }

    @Test
    void shutsDownWhenTheRunningBatchHasEnded() {
        List<CaseNumber> numbers = waiting(2);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        counting.meanwhile.put(numbers.get(0), () -> {
            running.countDown();
            join(goOn);
        });
        house.itIs("2026-03-03");
        executor.start();
        join(running);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(executor::shutdown);
        assertThat(stopped).isNotDone();
        goOn.countDown();
        stopped.join();
        assertEachRanOnce(numbers);
        house.itIs("2026-03-02");
        waiting(1);
        house.itIs("2026-03-03");
        assertThat(runs()).hasSize(2);
    }

    @Test
    void hearsOfAJobThatIsDueAtOnce() {
        Drawn.diagram("at-once")
                .waitsUntil("${timing.bankingDaysAfterDue(0)}")
                .calls("countRun")
                .publish(editions);
        CaseNumber number = waiting(1).get(0);
        executor.setWaitTimeInMillis(600_000);
        executor.setMaxWait(600_000);
        executor.start();
        try {
            await().atMost(SOON).until(() -> executor.getAcquireJobsRunnable() != null);
            flow.start("at-once", number, Map.of("country", "NO", "dueDate", "2026-02-02"));
            await().atMost(SOON).until(() -> runs().size() == 1);
        } finally {
            executor.shutdown();
            executor.setWaitTimeInMillis(5_000);
            executor.setMaxWait(60_000);
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
