package no.forfall.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import no.forfall.engine.EngineTime;
import no.forfall.identity.CurrentPerson;
import no.forfall.nodes.Turns;
import no.forfall.shared.Agenda;
import no.forfall.shared.MovableClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the business clock and the engine together, from event to event, so that everything happens on its own day. One
 * journey at a time, whichever node it begins at; the other nodes follow when it has arrived.
 */
@Component
@Profile("demo")
class TimeMachine {

    private final List<Agenda> agendas;
    private final EngineTime engine;
    private final MovableClock clock;
    private final DemoClock.Memory memory;
    private final Turns turns;
    private final ReentrantLock journey = new ReentrantLock();

    TimeMachine(List<Agenda> agendas, EngineTime engine, MovableClock clock, DemoClock.Memory memory, Turns turns) {
        this.agendas = agendas;
        this.engine = engine;
        this.clock = clock;
        this.memory = memory;
        this.turns = turns;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Instant> nextDue() {
        return agendas.stream().map(Agenda::nextDue).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /**
     * Goes a distance from where the last journey of any node has arrived.
     *
     * @return how much was done
     */
    int travel(Advance advance) {
        return onTheWay(() -> turns.take("time machine", () -> {
            memory.recall();
            Instant now = clock.instant();
            int done = goTo(
                    advance.isToNextEvent()
                            ? nextDue().filter(next -> next.isAfter(now)).orElse(now)
                            : advance.from(now));
            memory.keep();
            return done;
        }));
    }

    /** Shows the time at which another node's journey has arrived. */
    void follow() {
        if (journey.tryLock()) {
            try {
                memory.recall();
            } finally {
                journey.unlock();
            }
        }
    }

    /**
     * Goes to a time and runs everything that falls due on the way.
     *
     * @return how much was done
     */
    int goTo(Instant target) {
        return onTheWay(() -> CurrentPerson.nobody(() -> engine.alone(() -> {
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
        })));
    }

    private int onTheWay(Supplier<Integer> going) {
        journey.lock();
        try {
            return going.get();
        } finally {
            journey.unlock();
        }
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
