package no.forfall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.forfall.shared.Agenda;
import no.forfall.shared.MovableClock;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test run the house by hand: what is due, to the next event, or to a day. */
@TestComponent
public class House {

    private final List<Agenda> agendas;
    private final MovableClock clock;

    House(List<Agenda> agendas, MovableClock clock) {
        this.agendas = agendas;
        this.clock = clock;
    }

    /** Sets the clock to nine o'clock in Oslo on a day, without running anything. */
    public void itIs(String isoDate) {
        clock.moveTo(LocalDateTime.parse(isoDate + "T09:00")
                .atZone(ZoneId.of("Europe/Oslo"))
                .toInstant());
    }

    /** Runs all that is due now. */
    public void settle() {
        while (agendas.stream().mapToInt(Agenda::runDue).sum() > 0) {
            // what ran may have made more due
        }
    }

    /** Moves to the next event and runs it. */
    public boolean next() {
        settle();
        Optional<Instant> next = nextDue();
        next.ifPresent(clock::moveTo);
        settle();
        return next.isPresent();
    }

    /** Goes event by event to nine o'clock in Oslo on a day. */
    public void goTo(String isoDate) {
        Instant target = LocalDate.parse(isoDate)
                .atTime(9, 0)
                .atZone(ZoneId.of("Europe/Oslo"))
                .toInstant();
        settle();
        for (Optional<Instant> next = nextDue(); next.isPresent() && !next.get().isAfter(target); next = nextDue()) {
            clock.moveTo(next.get());
            settle();
        }
        clock.moveTo(target);
        settle();
    }

    /** Does what one agenda finds due, or else moves to the next event; false when nothing is left to happen. */
    public boolean step() {
        if (agendas.stream().anyMatch(agenda -> agenda.runDue() > 0)) {
            return true;
        }
        Optional<Instant> next = nextDue();
        next.ifPresent(clock::moveTo);
        return next.isPresent();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Oslo"));
    }

    private Optional<Instant> nextDue() {
        return agendas.stream().map(Agenda::nextDue).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
