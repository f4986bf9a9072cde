package no.forfall.law;

import java.time.LocalDate;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * Where a pack of rules stands.
 *
 * @param from the first day on which it is the law; null while that is not known
 * @param reviewedThrough the last day for which a person has checked it
 */
public record PackStanding(
        String id,
        Country country,
        String statute,
        @Nullable LocalDate from,
        LocalDate reviewedThrough) {}
