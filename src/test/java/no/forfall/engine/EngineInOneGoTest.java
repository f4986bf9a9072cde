package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import no.forfall.ForfallTest;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.InOneGo;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class EngineInOneGoTest {

    @Autowired
    InOneGo inOneGo;

    @Autowired
    TransactionTemplate transaction;

    private final List<String> done = new ArrayList<>();

    @Test
    void endsCasesAfterAllElseAndEachOnce() {
        CaseNumber ended = new CaseNumber("F-990003");
        transaction.executeWithoutResult(status -> inOneGo.run(() -> {
            assertThat(EngineInOneGo.atItsEnd(ended, () -> done.add("ended"))).isTrue();
            assertThat(EngineInOneGo.afterIt(() -> done.add("after"))).isTrue();
            inOneGo.run(() -> assertThat(EngineInOneGo.atItsEnd(ended, () -> done.add("ended again")))
                    .isTrue());
            done.add("work");
        }));
        assertThat(done).containsExactly("work", "ended again", "after");
        assertThat(EngineInOneGo.afterIt(() -> done.add("never"))).isFalse();
    }

    @Test
    void leavesNothingForTheNextWhenItFails() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> inOneGo.run(() -> {
                    EngineInOneGo.afterIt(() -> done.add("never"));
                    throw new IllegalStateException("failed");
                })))
                .hasMessage("failed");
        transaction.executeWithoutResult(status -> inOneGo.run(() -> done.add("next")));
        assertThat(done).containsExactly("next");
    }

    @Test
    void tellsOfACollisionInTheWordsOfTheHouse() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> inOneGo.run(() -> {
                    throw new OptimisticLockingException("somebody else was first");
                })))
                .isInstanceOf(ConcurrencyFailureException.class);
    }
}
