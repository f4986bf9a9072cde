package no.forfall.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.shared.Country;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Counts simple late interest on the principal alone: actual days over 365, from the day after the effective due date
 * (or as {@link Readings} say), at the rate in force on each day, rounded half up to the minor unit. Norway:
 * forsinkelsesrenteloven §§ 2, 3. Sweden: räntelagen §§ 3, 6, 9. Whether interest may run at all, as when an invoice never
 * arrived, is for the caller to know. Safe for use by many threads.
 */
public final class Interest {

    private static final BigDecimal PERCENT_DAYS_A_YEAR = BigDecimal.valueOf(36_500);

    private final Rates rates;
    private final Readings readings;

    /** Counts with the readings that favour the debtor. */
    public Interest(Rates rates) {
        this(rates, Readings.DEFAULT);
    }

    public Interest(Rates rates, Readings readings) {
        this.rates = rates;
        this.readings = readings;
    }

    /**
     * The interest that has run from the due date through a day; none on a claim that {@link #runsOn} excludes.
     *
     * @param principal the principal as it was invoiced
     * @param changes payments, credits and additions, in any order and in the same currency; later ones are left out
     * @param dueDate moved to Monday when it falls on a Saturday or Sunday, unless {@link Readings} say otherwise
     * @param until the last day counted
     * @throws RateUnknown when a day that bears interest lies in a half-year without a published rate
     * @throws org.joda.money.CurrencyMismatchException when a change is in another currency
     */
    public InterestStatement between(
            Country country, Money principal, List<PrincipalChange> changes, LocalDate dueDate, LocalDate until) {
        return runsOn(country, principal.getCurrencyUnit())
                ? running(country, principal, changes, readings.firstInterestDay(dueDate), until)
                : new InterestStatement(List.of(), Money.zero(principal.getCurrencyUnit()));
    }

    /** Whether a claim in that currency bears statutory interest in the country, see {@link Readings.OtherCurrency}. */
    public boolean runsOn(Country country, CurrencyUnit currency) {
        return currency.equals(country.currency()) || readings.otherCurrency() == Readings.OtherCurrency.SAME_RATE;
    }

    /** The same from a known first day that bears interest. */
    InterestStatement running(
            Country country, Money principal, List<PrincipalChange> changes, LocalDate firstDay, LocalDate until) {
        var known = rates.now();
        var segments = new ArrayList<InterestSegment>();
        var total = Money.zero(principal.getCurrencyUnit());
        var exact = BigDecimal.ZERO;
        var from = firstDay;
        while (!from.isAfter(until)) {
            var open = openOn(from, principal, changes);
            var to = lastDayOfSamePrincipal(from, changes, until);
            if (open.isPositive()) {
                to = lastDayOfSameRate(known, country, from, to);
                var percent = known.lateInterestPercent(country, from);
                var days = ChronoUnit.DAYS.between(from, to) + 1;
                exact = exact.add(open.getAmount().multiply(percent).multiply(BigDecimal.valueOf(days)));
                var amount = rounded(principal.getCurrencyUnit(), exact).minus(total);
                segments.add(new InterestSegment(from, to, days, open, percent, amount));
                total = total.plus(amount);
            }
            from = to.plusDays(1);
        }
        return new InterestStatement(segments, total);
    }

    /**
     * The running sum is rounded, not the segment: the segments add up to the total, and the total does not depend on
     * how often the time was split.
     */
    private static Money rounded(CurrencyUnit currency, BigDecimal percentDays) {
        return Money.of(
                currency, percentDays.divide(PERCENT_DAYS_A_YEAR, currency.getDecimalPlaces(), RoundingMode.HALF_UP));
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

    private static LocalDate lastDayOfSameRate(Rates rates, Country country, LocalDate from, LocalDate limit) {
        var percent = rates.lateInterestPercent(country, from);
        var last = HalfYears.lastDay(from);
        while (last.isBefore(limit)
                && rates.lateInterestPercent(country, last.plusDays(1)).compareTo(percent) == 0) {
            last = HalfYears.lastDay(last.plusDays(1));
        }
        return last.isBefore(limit) ? last : limit;
    }
}
