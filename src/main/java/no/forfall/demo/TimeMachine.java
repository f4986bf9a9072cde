package no.forfall.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.forfall.engine.EngineTime;
import no.forfall.identity.CurrentPerson;
import no.forfall.shared.Agenda;
import no.forfall.shared.MovableClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the business clock and the engine together, from event to event, so that everything happens on its own day. One
 * journey at a time.
 */
@Component
@Profile("demo")
class TimeMachine {

    private final List<Agenda> agendas;
    private final EngineTime engine;
    private final MovableClock clock;

    TimeMachine(List<Agenda> agendas, EngineTime engine, MovableClock clock) {
        this.agendas = agendas;
        this.engine = engine;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Instant> nextDue() {
        return agendas.stream().map(Agenda::nextDue).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /**
     * Goes to a time and runs everything that falls due on the way.
     *
     * @return how much was done
     */
    synchronized int goTo(Instant target) {
        return CurrentPerson.nobody(() -> engine.alone(() -> {
            int done = settle();
            for (Optional<Instant> next = upTo(target); next.isPresent(); next = upTo(target)) {
                if (next.get().isAfter(clock.instant())) {
                    clock.moveTo(next.get());
                }
                int before = done;
                done += settle();
                if (done == before && !next.get().isAfter(clock.instant())) {
                    break;
                }
            }
            if (target.isAfter(clock.instant())) {
                clock.moveTo(target);
            }
            return done + settle();
        }));
    }

    private Optional<Instant> upTo(Instant target) {
        return nextDue().filter(next -> !next.isAfter(target));
    }

    private int settle() {
        int done = 0;
        int round;
        do {
            round = agendas.stream().mapToInt(Agenda::runDue).sum();
            done += round;
        } while (round > 0);
        return done;
    }
}
