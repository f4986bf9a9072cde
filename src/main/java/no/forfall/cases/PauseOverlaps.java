package no.forfall.cases;

import java.time.LocalDate;

/** A pause would begin before the last day of one that the case has had. */
public class PauseOverlaps extends RuntimeException {

    private final transient LocalDate lastDay;

    PauseOverlaps(LocalDate lastDay) {
        super("The case was paused through " + lastDay);
        this.lastDay = lastDay;
    }

    /** The first day on which another may begin. */
    public LocalDate lastDay() {
        return lastDay;
    }
}
