package no.forfall.demo;

import java.time.Clock;
import no.forfall.shared.MovableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Gives the house a clock that the time machine can move. */
@Configuration
@Profile("demo")
class DemoClock {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }
}
