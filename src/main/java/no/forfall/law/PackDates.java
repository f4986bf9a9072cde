package no.forfall.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people have confirmed about a pack of rules, in place of what comes with the product.
 *
 * @param pack such as {@code NO-2026}
 * @param from the first day on which it is the law; null leaves it as it was
 * @param reviewedThrough the last day for which it has been checked; null leaves it as it was
 */
public record PackDates(
        String pack, @Nullable LocalDate from, @Nullable LocalDate reviewedThrough) {}
