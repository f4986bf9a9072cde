package no.forfall.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Invoices that are due on the same day and go the same ways: every second is paid after the second letter, every tenth is
 * disputed in vain, and what is not paid goes to the agency.
 *
 * @param first the number of the first invoice
 */
record Cohort(int first, int size, LocalDate due) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    List<Integer> all() {
        return IntStream.range(first, first + size).boxed().toList();
    }

    List<Integer> paid() {
        return all().stream().filter(Cohort::isPaid).toList();
    }

    List<Integer> unpaid() {
        return all().stream().filter(number -> !isPaid(number)).toList();
    }

    List<Integer> disputed() {
        return all().stream().filter(Cohort::isDisputed).toList();
    }

    static boolean isPaid(int number) {
        return number % 2 == 0;
    }

    static boolean isDisputed(int number) {
        return number % 10 == 1;
    }

    /** Nine o'clock in Oslo on the day on which they are due. */
    Instant morning() {
        return at(due, 9);
    }

    static Instant at(LocalDate day, int hour) {
        return LocalDateTime.of(day, java.time.LocalTime.of(hour, 0))
                .atZone(ZONE)
                .toInstant();
    }
}
