package no.forfall.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The lenient reading of due dates: one that falls on a Saturday or Sunday is kept on the Monday after. */
final class Weekdays {

    private Weekdays() {}

    static LocalDate onOrAfter(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                ? date
                : date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
