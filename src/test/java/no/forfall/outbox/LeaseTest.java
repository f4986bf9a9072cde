package no.forfall.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.forfall.ForfallTest;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InOneGo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that share an outbox, each with a dispatcher of its own. */
@ForfallTest
class LeaseTest {

    @Autowired
    OutboxTable table;

    @Autowired
    Standstills standstills;

    @Autowired
    InOneGo inOneGo;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final CountingHandler handler = new CountingHandler();

    @AfterEach
    void nothingIsLeftForOthers() {
        jdbc.sql("delete from app.outbox where activity = 'counted'").update();
    }

    /** It wakes when its lease is over: nothing has left, and nothing does. */
    @Test
    void aNodeThatStoodStillBeforeItCouldBeginDeliversNothing() {
        UUID key = queue();
        node(Duration.ZERO).dispatchDue();
        QueuedEffect row = table.find(key).orElseThrow();
        assertThat(handler.delivered(key)).isZero();
        assertThat(row.state()).isEqualTo(EffectState.QUEUED);
        assertThat(row.notBefore()).isAfter(clock.instant());
        assertThat(row.reason()).contains("before it could begin");
    }

    @Test
    void twoNodesDeliverEachEffectOnce() throws InterruptedException {
        List<UUID> keys = Stream.generate(this::queue).limit(60).toList();
        Thread other = new Thread(() -> node(Duration.ofMinutes(2)).dispatchDue());
        other.start();
        node(Duration.ofMinutes(2)).dispatchDue();
        other.join();
        assertThat(keys).allSatisfy(key -> {
            assertThat(handler.delivered(key)).isOne();
            assertThat(table.find(key).orElseThrow().state()).isEqualTo(EffectState.CONFIRMED);
            assertThat(table.find(key).orElseThrow().attempts()).isOne();
        });
        assertThat(handler.threads()).hasSize(2);
    }

    @Test
    void aNodeThatLeavesBeginsNothingMore() {
        UUID key = queue();
        Dispatcher leaving = node(Duration.ofMinutes(2));
        leaving.leave();
        assertThat(leaving.dispatchDue()).isZero();
        assertThat(handler.delivered(key)).isZero();
        node(Duration.ofMinutes(2)).dispatchDue();
        assertThat(handler.delivered(key)).isOne();
    }

    @Test
    void oneThatCannotBePreparedKeepsNoOtherFromLeaving() {
        List<UUID> keys = Stream.generate(this::queue).limit(15).toList();
        handler.cannotPrepare(keys.get(4));
        node(Duration.ofMinutes(2)).dispatchDue();
        assertThat(keys).allSatisfy(key -> assertThat(handler.delivered(key)).isEqualTo(key == keys.get(4) ? 0 : 1));
        QueuedEffect bad = table.find(keys.get(4)).orElseThrow();
        assertThat(bad.state()).isEqualTo(EffectState.QUEUED);
        assertThat(bad.notBefore()).isAfter(clock.instant());
        assertThat(bad.reason()).contains("cannot be prepared");
    }

    @Test
    void oneWhoseStepCannotBeToldIsDeliveredOnceAndToldLater() {
        List<UUID> keys = Stream.generate(this::queue).limit(5).toList();
        handler.cannotConfirm(keys.get(2));
        node(Duration.ofMinutes(2)).dispatchDue();
        assertThat(keys).allSatisfy(key -> {
            assertThat(handler.delivered(key)).isOne();
            assertThat(table.find(key).orElseThrow().state())
                    .isEqualTo(key == keys.get(2) ? EffectState.DELIVERED : EffectState.CONFIRMED);
        });
    }

    @Test
    void oneWhoseDeliveryCannotBeRecordedKeepsNoOtherFromIt() {
        List<UUID> keys = Stream.generate(this::queue).limit(5).toList();
        handler.cannotRecord(keys.get(2));
        node(Duration.ofMinutes(2)).dispatchDue();
        assertThat(keys).allSatisfy(key -> {
            assertThat(handler.delivered(key)).isOne();
            assertThat(table.find(key).orElseThrow().state())
                    .isEqualTo(key == keys.get(2) ? EffectState.SENDING : EffectState.CONFIRMED);
        });
    }

    @Test
    void thoseOfACaseThatSomebodyWorksOnLeaveByThemselves() {
        List<UUID> free = Stream.generate(this::queue).limit(3).toList();
        CaseNumber busy = new CaseNumber("F-990002");
        UUID other = queue(busy);
        handler.isBusy(busy);
        assertThat(node(Duration.ofMinutes(2)).dispatchDue()).isEqualTo(4);
        assertThat(Stream.concat(free.stream(), Stream.of(other)))
                .allSatisfy(key -> assertThat(handler.delivered(key)).isOne());
    }

    private Dispatcher node(Duration lease) {
        OutboxSettings settings = new OutboxSettings(lease, Duration.ofMinutes(1), 10, true);
        return new Dispatcher(table, standstills, handler, inOneGo, transaction, settings, clock);
    }

    private UUID queue() {
        return queue(new CaseNumber("F-990001"));
    }

    private UUID queue(CaseNumber caseNumber) {
        Effect effect = new Effect(UUID.randomUUID(), caseNumber, "counted", "{}", "");
        transaction.executeWithoutResult(status -> table.insert(effect, clock.instant()));
        return effect.key();
    }
}
