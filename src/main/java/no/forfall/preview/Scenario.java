package no.forfall.preview;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is compared. When nothing but the day is given, the rules and rates of today are compared with what stands on that
 * day; else what stands on that day is compared with the same under the given changes.
 *
 * @param on the day asked about, in the creditor's country
 * @param actFrom the first day of the Norwegian act of 2026; null as it stands
 * @param reviewedThrough the last day for which all rules are taken as checked; null as it stands
 * @param baseRate the inkassosats of the year of that day, in kroner; null as it stands
 */
public record Scenario(
        LocalDate on,
        @Nullable LocalDate actFrom,
        @Nullable LocalDate reviewedThrough,
        @Nullable BigDecimal baseRate) {

    public boolean isAsThingsStand() {
        return actFrom == null && reviewedThrough == null && baseRate == null;
    }
}
