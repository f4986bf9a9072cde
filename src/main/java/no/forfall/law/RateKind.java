package no.forfall.law;

import java.time.LocalDate;
import java.util.Locale;

/** The series of {@code rates.csv}, and how long one row of each may be used. */
enum RateKind {

    /** Norway: late interest, percent a year. Forsinkelsesrenteloven § 3. */
    LATE_INTEREST_PERCENT(Span.HALF_YEAR),
    /** Sweden: Riksbanken's reference rate, percent a year. Räntelagen § 9. */
    REFERENCE_RATE_PERCENT(Span.HALF_YEAR),
    /** Norway: the amount in kroner from which fees are counted. Inkassoforskriften, set by regulation. */
    INKASSOSATS(Span.YEAR),
    /** Norway: the share of the inkassosats that a letter costs, by the claim's due date. Inkassoforskriften § 1-2. */
    FEE_FRACTION(Span.UNTIL_CHANGED),
    /** Sweden: the most a written reminder costs, in kronor. Lag (1981:739) § 4. */
    REMINDER_FEE(Span.UNTIL_CHANGED),
    /** Norway, by half-year: forsinkelsesrenteloven § 3 a, in kroner. */
    LATE_COMPENSATION(Span.HALF_YEAR),
    /** Sweden, set in the act itself: lag (1981:739) § 4 a, in kronor. */
    STATUTORY_COMPENSATION(Span.UNTIL_CHANGED);

    private final Span span;

    RateKind(Span span) {
        this.span = span;
    }

    /** The name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a row may begin on that date. */
    boolean mayBeginOn(LocalDate date) {
        return span == Span.UNTIL_CHANGED || firstDay(date).equals(date);
    }

    /** Whether a row that began on one date speaks for the other; a row is never carried past its own span. */
    boolean covers(LocalDate validFrom, LocalDate date) {
        return span == Span.UNTIL_CHANGED || firstDay(date).equals(validFrom);
    }

    private LocalDate firstDay(LocalDate date) {
        return span == Span.YEAR ? date.withDayOfYear(1) : HalfYears.firstDay(date);
    }

    private enum Span {
        HALF_YEAR,
        YEAR,
        UNTIL_CHANGED
    }
}
