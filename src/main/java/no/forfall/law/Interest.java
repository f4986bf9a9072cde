package no.forfall.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.joda.money.Money;

/**
 * Counts simple late interest on the principal alone: actual days over 365, from the day after the effective due date,
 * at the rate in force on each day. Norway: forsinkelsesrenteloven §§ 2, 3. Sweden: räntelagen §§ 3, 6, 9. Whether
 * interest may run at all, as when an invoice never arrived, is for the caller to know. Safe for use by many threads.
 */
public final class Interest {

    private static final BigDecimal HUNDRED_YEARS_OF_DAYS = BigDecimal.valueOf(36_500);

    private final Rates rates;

    public Interest(Rates rates) {
        this.rates = rates;
    }

    /**
     * The interest that has run from the due date through a day.
     *
     * @param principal the principal as it was invoiced
     * @param changes payments, credits and additions, in any order and in the same currency; later ones are left out
     * @param dueDate moved to Monday when it falls on a Saturday or Sunday
     * @param until the last day counted
     * @throws RateUnknown when a day that bears interest lies in a half-year without a published rate
     * @throws org.joda.money.CurrencyMismatchException when a change is in another currency
     */
    public InterestStatement between(
            Country country, Money principal, List<PrincipalChange> changes, LocalDate dueDate, LocalDate until) {
        var segments = new ArrayList<InterestSegment>();
        var from = Weekdays.onOrAfter(dueDate).plusDays(1);
        while (!from.isAfter(until)) {
            var open = openOn(from, principal, changes);
            var to = lastDayOfSamePrincipal(from, changes, until);
            if (open.isPositive()) {
                to = lastDayOfSameRate(country, from, to);
                segments.add(segment(from, to, open, rates.lateInterestPercent(country, from)));
            }
            from = to.plusDays(1);
        }
        var zero = Money.zero(principal.getCurrencyUnit());
        return new InterestStatement(
                segments, segments.stream().map(InterestSegment::amount).reduce(zero, Money::plus));
    }

    private static Money openOn(LocalDate day, Money principal, List<PrincipalChange> changes) {
        return changes.stream()
                .filter(change -> change.on().isBefore(day))
                .map(PrincipalChange::amount)
                .reduce(principal, Money::plus);
    }

    private static LocalDate lastDayOfSamePrincipal(LocalDate from, List<PrincipalChange> changes, LocalDate until) {
        var nextChanges = changes.stream().map(PrincipalChange::on).filter(day -> !day.isBefore(from));
        return Stream.concat(nextChanges, Stream.of(until))
                .min(LocalDate::compareTo)
                .orElse(until);
    }

    private LocalDate lastDayOfSameRate(Country country, LocalDate from, LocalDate limit) {
        var percent = rates.lateInterestPercent(country, from);
        var last = HalfYears.lastDay(from);
        while (last.isBefore(limit)
                && rates.lateInterestPercent(country, last.plusDays(1)).compareTo(percent) == 0) {
            last = HalfYears.lastDay(last.plusDays(1));
        }
        return last.isBefore(limit) ? last : limit;
    }

    private static InterestSegment segment(LocalDate from, LocalDate to, Money principal, BigDecimal percent) {
        var days = ChronoUnit.DAYS.between(from, to) + 1;
        var exact = principal.getAmount().multiply(percent).multiply(BigDecimal.valueOf(days));
        var scale = principal.getCurrencyUnit().getDecimalPlaces();
        var amount =
                Money.of(principal.getCurrencyUnit(), exact.divide(HUNDRED_YEARS_OF_DAYS, scale, RoundingMode.HALF_UP));
        return new InterestSegment(from, to, days, principal, percent, amount);
    }
}
