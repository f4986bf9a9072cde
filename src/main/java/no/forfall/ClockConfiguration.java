package no.forfall;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock of the house. */
@Configuration
class ClockConfiguration {

    @Bean
    @Profile("!demo & !test")
    Clock clock() {
        return Clock.systemUTC();
    }
}
