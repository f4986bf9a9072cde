package no.forfall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.ForfallTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ForfallTest
class OncePerTransactionTest {

    @Autowired
    PlatformTransactionManager transactions;

    private final AtomicInteger readings = new AtomicInteger();
    private final OncePerTransaction<String, Integer> once = new OncePerTransaction<>();
    private final OncePerTransaction<String, Integer> another = new OncePerTransaction<>();

    private int read() {
        return once.of("key", readings::incrementAndGet);
    }

    private void in(int propagation, Runnable work) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(status -> work.run());
    }

    @Test
    void readsEveryTimeWithoutATransactionAndOnceInEach() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(read()).isEqualTo(3);
            assertThat(read()).isEqualTo(3);
        });
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(read()).isEqualTo(4));
    }

    @Test
    void anInnerTransactionKnowsNothingOfTheOuter() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(read()).isEqualTo(1);
            in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> assertThat(read())
                    .isEqualTo(2));
            assertThat(read()).isEqualTo(1);
        });
    }

    @Test
    void forgetsWhatItIsTold() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            assertThat(read()).isEqualTo(1);
            another.forget();
            once.forget("other");
            assertThat(read()).isEqualTo(1);
            once.forget("key");
            assertThat(read()).isEqualTo(2);
            once.forget();
            assertThat(read()).isEqualTo(3);
            OncePerTransaction.forgetAll();
            assertThat(read()).isEqualTo(4);
        });
    }

    private final OncePerTransaction<Integer, String> texts = new OncePerTransaction<>();
    private final List<List<Integer>> together = new ArrayList<>();

    private String text(int number) {
        return texts.of(number, numbers -> {
            together.add(numbers);
            return numbers.stream().collect(Collectors.toMap(Function.identity(), String::valueOf));
        });
    }

    @Test
    void readsTogetherWhatIsExpectedAndAloneWhatIsNot() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            texts.expect(List.of(1, 2));
            texts.expect(List.of(3));
            assertThat(List.of(text(2), text(1), text(7), text(3))).containsExactly("2", "1", "7", "3");
        });
        assertThat(together).containsExactly(List.of(1, 2, 3), List.of(7));
    }

    @Test
    void readsTogetherOnlyWhatWasForgotten() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
            texts.expect(List.of(1, 2, 3));
            text(1);
            texts.forget(2);
            texts.forgetIf("3"::equals);
            text(3);
            OncePerTransaction.forgetAll();
            text(2);
        });
        assertThat(together).containsExactly(List.of(1, 2, 3), List.of(2, 3), List.of(1, 2, 3));
    }

    @Test
    void expectsNothingWithoutATransaction() {
        texts.expect(List.of(1, 2));
        text(1);
        text(1);
        assertThat(together).containsExactly(List.of(1), List.of(1));
    }
}
