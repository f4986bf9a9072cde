package no.forfall.law;

import java.time.LocalDate;
import no.forfall.shared.Country;

/** A rate was asked for a date that no published row covers. An old rate is never used in its place. */
public final class RateUnknown extends RuntimeException {

    private final Country country;
    private final String kind;
    private final LocalDate date;

    RateUnknown(Country country, String kind, LocalDate date) {
        super("There is no " + kind + " for " + country + " on " + date);
        this.country = country;
        this.kind = kind;
        this.date = date;
    }

    public Country country() {
        return country;
    }

    /** The series, such as {@code late_interest_percent}. */
    public String kind() {
        return kind;
    }

    public LocalDate date() {
        return date;
    }
}
