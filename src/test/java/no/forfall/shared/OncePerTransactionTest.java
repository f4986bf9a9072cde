package no.forfall.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
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
}
