package no.forfall.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs ahead of another by a distance that can be set; the time machine and tests move it. UTC. */
public final class MovableClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public MovableClock(Clock base) {
        this.base = base;
    }

    /** Sets the clock so that it shows the given time now and runs on from there. */
    public void moveTo(Instant time) {
        ahead.set(Duration.between(base.instant(), time));
    }

    /** Sets how far it runs ahead; negative lets it run behind. */
    public void runAhead(Duration distance) {
        ahead.set(distance);
    }

    /** How far it runs ahead; negative when it runs behind. */
    public Duration ahead() {
        return ahead.get();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException for any zone but UTC: dates are made in the creditor's zone, on purpose */
    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("The house clock is UTC; take a date in the creditor's zone instead");
    }
}
