package no.forfall.law;

import java.time.LocalDate;
import java.util.List;
import no.forfall.shared.Country;

/**
 * The rules of a country on a date.
 *
 * @param id such as {@code NO-1988}
 * @param statute the act on debt collection that it stands on
 * @param from the first day on which the pack may be used
 * @param reviewedThrough the last day for which a person has checked that the pack is the law
 * @param rules by number
 */
public record PackInForce(
        String id,
        Country country,
        String statute,
        LocalDate from,
        LocalDate reviewedThrough,
        List<StatedRule> rules) {}
