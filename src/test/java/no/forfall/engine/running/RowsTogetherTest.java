package no.forfall.engine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.forfall.ForfallTest;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ForfallTest
class RowsTogetherTest {

    private static final List<String> IDS = List.of("together-1", "together-2", "together-3");

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeTasks() {
        IDS.forEach(id -> tasks.saveTask(tasks.newTask(id)));
    }

    @AfterEach
    void noTasks() {
        IDS.forEach(id -> tasks.deleteTask(id, true));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private void command(Consumer<CommandContext> work) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            work.accept(context);
            return null;
        });
    }

    private static List<TaskEntity> found(CommandContext context) {
        return IDS.stream().map(context.getTaskManager()::findTaskById).toList();
    }

    private Stream<Task> kept() {
        return tasks.createTaskQuery().taskIdIn(IDS.toArray(String[]::new)).orderByTaskId().asc().list().stream();
    }

    /** The shapes that the engine's mapping gives them today; what a new version writes otherwise is noticed here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "updateExecution",
                "deleteExecution",
                "updateVariableInstance",
                "deleteVariableInstance",
                "updateTimer",
                "deleteTimer",
                "deleteEventSubscription",
                "updateTask",
                "deleteTask"
            })
    void knowsTheStatementsThatMostRowsNeed(String mapped) {
        command(context -> assertThat(new RowStatements(configuration())
                        .of(mapped, context.getSession(DbSqlSession.class).getSqlSession()))
                .isNotNull());
    }

    @Test
    void leavesAStatementOverBytesToTheEngine() {
        command(context -> assertThat(new RowStatements(configuration())
                        .of(
                                "updateByteArray",
                                context.getSession(DbSqlSession.class).getSqlSession()))
                .isNull());
    }

    @Test
    void writesEachRowItsOwnValues() {
        Date due = new Date(1_800_000_000_123L);
        command(context -> {
            List<TaskEntity> all = found(context);
            all.get(0).setName("Ring, \"kunden\" {nå}\\");
            all.get(0).setDueDate(due);
            all.get(1).setPriority(7);
            all.get(2).setName("");
        });
        List<Task> kept = kept().toList();
        assertThat(kept).extracting(Task::getName).isEqualTo(Arrays.asList("Ring, \"kunden\" {nå}\\", null, ""));
        assertThat(kept).extracting(Task::getDueDate).isEqualTo(Arrays.asList(due, null, null));
        assertThat(kept).extracting(Task::getPriority).containsExactly(50, 7, 50);
    }

    @Test
    void countsTheRevisionsOn() {
        command(context -> found(context).forEach(task -> task.setName("once")));
        command(context -> found(context).forEach(task -> task.setName("twice")));
        assertThat(kept()).extracting(Task::getName).containsOnly("twice");
        assertThat(jdbc.sql("select distinct rev_ from act_ru_task where id_ like 'together-%'")
                        .query(Integer.class)
                        .list())
                .containsExactly(3);
    }

    @Test
    void noticesARowThatSomebodyElseChanged() {
        assertThatThrownBy(() -> command(context -> {
                    found(context).forEach(task -> task.setName("mine"));
                    jdbc.sql("update act_ru_task set rev_ = rev_ + 1 where id_ = 'together-2'")
                            .update();
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("together-2");
        assertThat(kept()).extracting(Task::getName).containsOnlyNulls();
    }

    @Test
    void noticesARowThatSomebodyElseDeleted() {
        assertThatThrownBy(() -> command(context -> {
                    found(context).forEach(task -> context.getTaskManager().delete(task));
                    jdbc.sql("delete from act_ru_task where id_ = 'together-3'").update();
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("together-3");
        assertThat(kept()).hasSize(3);
    }

    @Test
    void tellsWhatTheDatabaseRefuses() {
        assertThatThrownBy(() -> command(context -> {
                    List<TaskEntity> all = found(context);
                    all.get(0).setName("x".repeat(300));
                    all.get(1).setName("fits");
                }))
                .hasStackTraceContaining("value too long");
        assertThat(kept()).extracting(Task::getName).containsOnlyNulls();
    }
}
