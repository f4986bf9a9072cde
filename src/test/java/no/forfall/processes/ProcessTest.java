package no.forfall.processes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.forfall.ForfallTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test that drives cases through the house's diagrams, in an application that notes what they pass. Together these tests
 * pass everything that is drawn, which {@link EveryElementTest} checks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ForfallTest
@Import({Ladder.class, Passed.class})
@ExtendWith(ProcessTest.EndWhatRuns.class)
@interface ProcessTest {

    /** Leaves no running case to the next test. */
    class EndWhatRuns implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            SpringExtension.getApplicationContext(context).getBean(Ladder.class).endWhatRuns();
        }
    }
}
