package no.forfall.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One row of a series: its value from a day on, as long as {@link RateKind} says. Per cent, or kroner. */
public record RateRow(RateKind kind, LocalDate from, BigDecimal value) {

    /** @throws IllegalArgumentException when a row of that kind does not begin on such a day */
    public RateRow {
        if (!kind.mayBeginOn(from)) {
            throw new IllegalArgumentException("a " + kind.key() + " does not begin on " + from);
        }
    }
}
