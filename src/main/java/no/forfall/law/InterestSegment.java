package no.forfall.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * A stretch of days with one principal and one rate.
 *
 * @param from the first day that bears interest
 * @param to the last day that bears interest
 * @param percent the yearly rate in percent
 * @param amount the interest of the segment in the currency's minor unit; the sum through this segment is rounded half
 *     up, so one line may differ from its own exact value by less than one minor unit
 */
public record InterestSegment(
        LocalDate from, LocalDate to, long days, Money principal, BigDecimal percent, Money amount) {}
