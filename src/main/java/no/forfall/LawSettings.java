package no.forfall;

import java.time.LocalDate;
import java.util.List;
import no.forfall.law.PackDates;
import no.forfall.law.Readings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the house says about the law. What two managers have confirmed on the page for rates comes before it.
 *
 * @param reviewedThrough the last day for which someone has checked that the rules in force today are the law; null for
 *     the date that comes with the product
 * @param no2026From the first day of the Norwegian act of 2026; null while it is not set. Only together with it does
 *     {@code reviewedThrough} speak for that act
 */
@ConfigurationProperties("forfall.law")
record LawSettings(
        @Nullable LocalDate reviewedThrough,
        @Nullable LocalDate no2026From,
        @DefaultValue ReadingSettings readings) {

    /** {@link Readings}, which know no framework; the defaults are those that favour the debtor. */
    record ReadingSettings(
            @DefaultValue("DAY_AFTER_DUE_DATE") Readings.InterestFrom interestFrom,
            @DefaultValue("MONDAY") Readings.WeekendDueDate weekendDueDate,
            @DefaultValue("LOWER") Readings.CompensationOf compensationOf,
            @DefaultValue("REGISTERED_ADDRESS") Readings.Email email,
            @DefaultValue("STATUTORY") Readings.BusinessFee businessFee,
            @DefaultValue("NO_INTEREST") Readings.OtherCurrency otherCurrency) {}

    Readings read() {
        return new Readings(
                readings.interestFrom,
                readings.weekendDueDate,
                readings.compensationOf,
                readings.email,
                readings.businessFee,
                readings.otherCurrency);
    }

    List<PackDates> dates() {
        return List.of(
                new PackDates("NO-1988", null, reviewedThrough),
                new PackDates("NO-2026", no2026From, no2026From == null ? null : reviewedThrough),
                new PackDates("SE-1974", null, reviewedThrough));
    }
}
