package no.forfall.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forfall.ForfallTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Every round of this application as its scheduler starts it, while another node does it and when that is over. */
@ForfallTest
class RoundsTest {

    private static final List<String> ROUNDS =
            List.of("holds", "reconciliation", "ledger-check", "untold-answers", "inbox");

    @Autowired
    List<ScheduledTaskHolder> schedulers;

    @Autowired
    JdbcClient jdbc;

    /** Rows are changed and not deleted: whoever has locked once remembers that its row is there. */
    @Test
    void leavesEachRoundToTheNodeThatDoesIt() {
        ROUNDS.forEach(name -> jdbc.sql("insert into app.round values (?, timezone('utc', now()) + interval '1 day',"
                        + " timezone('utc', now()), 'another node') on conflict (name) do update"
                        + " set lock_until = excluded.lock_until, locked_by = excluded.locked_by")
                .param(name)
                .update());
        runAll();
        assertThat(ofTheOtherNode()).containsExactlyInAnyOrderElementsOf(ROUNDS);

        jdbc.sql("update app.round set lock_until = timezone('utc', now()) - interval '1 second'")
                .update();
        runAll();
        assertThat(ofTheOtherNode()).isEmpty();
    }

    /** Else a node that stands still in the middle of one would keep its locks from the others until it wakes. */
    @Test
    void theDatabaseEndsATransactionThatStandsStill() {
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("2min");
    }

    private void runAll() {
        schedulers.stream()
                .flatMap(scheduler -> scheduler.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().startsWith("no.forfall."))
                .forEach(task -> task.getRunnable().run());
    }

    private List<String> ofTheOtherNode() {
        return jdbc.sql("select name from app.round where locked_by = 'another node'")
                .query(String.class)
                .list();
    }
}
