package no.forfall.demo;

import java.time.Clock;
import no.forfall.shared.MovableClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives the house a clock that the time machine can move, and remembers across restarts how far it was moved. */
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
                    .ifPresent(
                            seconds -> clock.moveTo(Clock.systemUTC().instant().plusSeconds(seconds)));
        }

        void keep() {
            jdbc.sql("insert into app.demo_clock (one, seconds_ahead) values (1, :seconds)"
                            + " on conflict (one) do update set seconds_ahead = :seconds")
                    .param("seconds", clock.ahead().toSeconds())
                    .update();
        }
    }
}
