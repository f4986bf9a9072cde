package no.forfall.demo;

import java.time.Clock;
import java.time.Duration;
import no.forfall.shared.MovableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Gives the house a clock that the time machine can move, and remembers how far it was moved: across restarts, and for the
 * other nodes.
 */
@Configuration
@Profile("demo")
class DemoClock {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }

    @Repository
    @Profile("demo")
    static class Memory {

        private final JdbcClient jdbc;
        private final MovableClock clock;

        Memory(JdbcClient jdbc, MovableClock clock) {
            this.jdbc = jdbc;
            this.clock = clock;
        }

        void recall() {
            jdbc.sql("select seconds_ahead from app.demo_clock")
                    .query(Long.class)
                    .optional()
                    .map(Duration::ofSeconds)
                    .ifPresent(clock::runAhead);
        }

        /** Up to the next full second, so that nobody is sent back behind what has happened. */
        void keep() {
            jdbc.sql("insert into app.demo_clock (one, seconds_ahead) values (1, :seconds)"
                            + " on conflict (one) do update set seconds_ahead = :seconds")
                    .param("seconds", clock.ahead().plusSeconds(1).minusNanos(1).toSeconds())
                    .update();
        }
    }
}
