package no.forfall.law;

import java.time.LocalDate;

/** Calendar half-years, the rhythm in which interest rates are set. */
final class HalfYears {

    private HalfYears() {}

    static LocalDate firstDay(LocalDate date) {
        return LocalDate.of(date.getYear(), date.getMonthValue() <= 6 ? 1 : 7, 1);
    }

    static LocalDate lastDay(LocalDate date) {
        return firstDay(date).plusMonths(6).minusDays(1);
    }
}
