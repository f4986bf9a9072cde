package no.forfall;

import java.time.Clock;
import no.forfall.shared.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the application under test a clock that can be moved. The engine's clock is one for the JVM, so this one is too. */
@TestConfiguration
public class TestClock {

    private static final MovableClock CLOCK = new MovableClock(Clock.systemUTC());

    @Bean
    MovableClock clock() {
        return CLOCK;
    }
}
