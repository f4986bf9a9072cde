package no.forfall.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import no.forfall.shared.MovableClock;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.util.DefaultClockImpl;
import org.flowable.engine.ProcessEngine;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Flowable with its asynchronous executor. Tuned: without history, execution trees fetched at once, one lock for all nodes
 * on the acquisition of timers.
 */
final class FlowableSide extends PeerSide {

    private final boolean tuned;
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private ProcessEngine engine;

    FlowableSide(boolean tuned) {
        this.tuned = tuned;
    }

    @Override
    void open(HikariDataSource pool, DataSourceTransactionManager transactions, Steps steps) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(true);
        configuration.setBeans(Map.of("steps", steps));
        configuration.setClock(new HouseClock());
        if (tuned) {
            configuration.setHistoryLevel(HistoryLevel.NONE);
            configuration.setEnableEagerExecutionTreeFetching(true);
            configuration.getAsyncExecutorConfiguration().setGlobalAcquireLockEnabled(true);
        }
        engine = configuration.buildProcessEngine();
        engine.startExecutors();
        engine.getRepositoryService()
                .createDeployment()
                .addString("ladder.bpmn", diagram("http://flowable.org/bpmn", ""))
                .deploy();
    }

    private final class HouseClock extends DefaultClockImpl {

        @Override
        public Date getCurrentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public Calendar getCurrentCalendar() {
            return getCurrentCalendar(TimeZone.getDefault());
        }

        @Override
        public Calendar getCurrentCalendar(TimeZone zone) {
            return GregorianCalendar.from(clock.instant().atZone(zone.toZoneId()));
        }
    }

    @Override
    void goTo(Instant time) {
        clock.moveTo(time);
    }

    @Override
    String lastTimer() {
        return "select max(duedate_) from act_ru_timer_job";
    }

    @Override
    String dueJobs() {
        return "select (select count(*) from act_ru_timer_job where duedate_ <= ?) + (select count(*) from act_ru_job)";
    }

    @Override
    void start(int invoice, Map<String, Object> facts) {
        engine.getRuntimeService().startProcessInstanceByKey("ladder", key(invoice), facts);
    }

    @Override
    void tell(int invoice, String message) {
        String execution = engine.getRuntimeService()
                .createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(key(invoice), true)
                .singleResult()
                .getId();
        engine.getRuntimeService().messageEventReceived(message, execution);
    }

    @Override
    void complete(int invoice, String task, Map<String, Object> facts) {
        String id = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key(invoice))
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        engine.getTaskService().complete(id, facts);
    }

    @Override
    public void close() throws Exception {
        super.close();
        engine.close();
    }
}
