package no.forfall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.forfall.intake.Upload;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test in the whole application: its own database, a clock that {@link TestClock} moves, no timer and no letter on its
 * own. {@link House} runs what is due.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({TestClock.class, House.class, Samples.class, Upload.class})
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(value = EngineOfTheTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface ForfallTest {}
