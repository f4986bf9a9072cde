package no.forfall.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** How far to travel: whole days ({@code P14D}), hours ({@code PT6H}), or to the next event ({@code NEXT}). */
record Advance(String text) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Duration FARTHEST = Duration.ofDays(800);

    boolean isToNextEvent() {
        return text.equalsIgnoreCase("NEXT");
    }

    /**
     * The time to arrive at; whole days keep the time of day in Oslo.
     *
     * @throws IllegalArgumentException when it is no ISO 8601 duration, leads into the past or farther than 800 days
     */
    Instant from(Instant now) {
        Instant target = parse(now);
        if (target.isBefore(now) || Duration.between(now, target).compareTo(FARTHEST) > 0) {
            throw new IllegalArgumentException("The time machine goes forward only, at most 800 days: " + text);
        }
        return target;
    }

    private Instant parse(Instant now) {
        try {
            return text.contains("T")
                    ? now.plus(Duration.parse(text))
                    : now.atZone(ZONE).plus(Period.parse(text)).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "Not a distance in time: " + text + ". Write P14D, PT6H or NEXT.", unreadable);
        }
    }
}
