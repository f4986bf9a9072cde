package no.forfall.processes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.forfall.ForfallTest;
import org.springframework.context.annotation.Import;

/**
 * A test that drives cases through the house's diagrams, in an application that notes what they pass. Together these tests
 * pass everything that is drawn, which {@link EveryElementTest} checks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ForfallTest
@Import({Ladder.class, Passed.class})
@interface ProcessTest {}
