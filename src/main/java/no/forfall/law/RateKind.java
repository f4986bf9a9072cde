package no.forfall.law;

import java.time.LocalDate;
import java.util.Locale;
import no.forfall.shared.Country;

/** The series of rates, whose they are, and how long one row of each may be used. */
public enum RateKind {

    /** Norway: late interest, percent a year. Forsinkelsesrenteloven § 3. */
    LATE_INTEREST_PERCENT(Country.NO, Span.HALF_YEAR),
    /** Norway, by half-year: forsinkelsesrenteloven § 3 a, in kroner. */
    LATE_COMPENSATION(Country.NO, Span.HALF_YEAR),
    /** Norway: the amount in kroner from which fees are counted. Inkassoforskriften, set by regulation. */
    INKASSOSATS(Country.NO, Span.YEAR),
    /** Norway: the share of the inkassosats that a letter costs, by the claim's due date. Inkassoforskriften § 1-2. */
    FEE_FRACTION(Country.NO, Span.UNTIL_CHANGED),
    /** Sweden: Riksbanken's reference rate, percent a year. Räntelagen § 9. */
    REFERENCE_RATE_PERCENT(Country.SE, Span.HALF_YEAR),
    /** Sweden: the most a written reminder costs, in kronor. Lag (1981:739) § 4. */
    REMINDER_FEE(Country.SE, Span.UNTIL_CHANGED),
    /** Sweden: the most a plan of instalments costs, in kronor. Lag (1981:739) § 4. */
    PLAN_FEE(Country.SE, Span.UNTIL_CHANGED),
    /** Sweden, set in the act itself: lag (1981:739) § 4 a, in kronor. */
    STATUTORY_COMPENSATION(Country.SE, Span.UNTIL_CHANGED);

    private final Country country;
    private final Span span;

    RateKind(Country country, Span span) {
        this.country = country;
        this.span = span;
    }

    public Country country() {
        return country;
    }

    /** The name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a row may begin on that date: the first day of a half-year or year, or any. */
    public boolean mayBeginOn(LocalDate date) {
        return span == Span.UNTIL_CHANGED || firstDay(date).equals(date);
    }

    /** The first day of the row that follows one which began on the date; the day after where a row has no end. */
    public LocalDate next(LocalDate from) {
        return switch (span) {
            case HALF_YEAR -> HalfYears.lastDay(from).plusDays(1);
            case YEAR -> from.withDayOfYear(1).plusYears(1);
            case UNTIL_CHANGED -> from.plusDays(1);
        };
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
