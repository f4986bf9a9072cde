package no.forfall.preview.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import no.forfall.api.Invalid;
import no.forfall.preview.Scenario;
import org.jspecify.annotations.Nullable;

/** A scenario as it was typed into the page or an address. */
record Asked(
        @Nullable String on,
        @Nullable String actFrom,
        @Nullable String reviewedThrough,
        @Nullable String baseRate) {

    private static final int EARLIEST_YEAR = 2004;
    private static final int LATEST_YEAR = 2100;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000);

    /**
     * @param otherwise the day asked about when none was typed
     * @throws Invalid when a field cannot be read; the first of them
     */
    Scenario scenario(LocalDate otherwise) {
        LocalDate day = date("on", on);
        return new Scenario(
                day == null ? otherwise : day,
                date("actFrom", actFrom),
                date("reviewedThrough", reviewedThrough),
                amount("baseRate", baseRate));
    }

    private static @Nullable LocalDate date(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(typed.strip());
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException unreadable) {
            // said below
        }
        throw new Invalid(field, "preview.invalid.date");
    }

    private static @Nullable BigDecimal amount(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String figures = typed.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.');
        if (figures.matches("\\d{1,5}(\\.\\d{1,2})?")) {
            BigDecimal amount = new BigDecimal(figures);
            if (amount.signum() > 0 && amount.compareTo(HIGHEST) <= 0) {
                return amount;
            }
        }
        throw new Invalid(field, "preview.invalid.amount");
    }
}
