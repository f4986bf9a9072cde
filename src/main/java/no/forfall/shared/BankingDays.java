package no.forfall.shared;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells on which days the banks of a country settle payments. Saturdays, Sundays and public holidays are never banking
 * days. Dates are local dates of the country; safe for use by many threads.
 *
 * <p>Eves are not public holidays in law, so the banks' own calendar decides: Norges Bank's settlement system is closed
 * on Christmas Eve and open on New Year's Eve; Swedish banks are closed on Midsummer Eve, Christmas Eve and New Year's
 * Eve. Days with short opening hours count as banking days.
 */
public final class BankingDays {

    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);

    private final Map<Country, HolidayManager> calendars = new EnumMap<>(Map.of(
            Country.NO, calendar(HolidayCalendar.NORWAY),
            Country.SE, calendar(HolidayCalendar.SWEDEN)));
    private final Map<CountryYear, Set<LocalDate>> closed = new ConcurrentHashMap<>();

    public boolean isBankingDay(Country country, LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday(country, date);
    }

    /** Whether it is a public holiday, or an eve on which banks are closed, on whatever day of the week. */
    public boolean isHoliday(Country country, LocalDate date) {
        return closedDays(country, date.getYear()).contains(date);
    }

    /** The date itself when it is a banking day, else the first banking day after it. */
    public LocalDate onOrAfter(Country country, LocalDate date) {
        return step(country, date, 1);
    }

    /** The date itself when it is a banking day, else the last banking day before it. */
    public LocalDate onOrBefore(Country country, LocalDate date) {
        return step(country, date, -1);
    }

    /**
     * The n-th banking day strictly after the date; for n = 0 the same as {@link #onOrAfter}.
     *
     * @throws IllegalArgumentException when n is negative
     */
    public LocalDate plus(Country country, LocalDate date, int n) {
        return walk(country, date, n, 1);
    }

    /**
     * The n-th banking day strictly before the date; for n = 0 the same as {@link #onOrBefore}.
     *
     * @throws IllegalArgumentException when n is negative
     */
    public LocalDate minus(Country country, LocalDate date, int n) {
        return walk(country, date, n, -1);
    }

    private LocalDate walk(Country country, LocalDate date, int n, int direction) {
        if (n < 0) {
            throw new IllegalArgumentException("The number of banking days is negative: " + n);
        }
        var day = n == 0 ? step(country, date, direction) : date;
        for (int i = 0; i < n; i++) {
            day = step(country, day.plusDays(direction), direction);
        }
        return day;
    }

    private LocalDate step(Country country, LocalDate date, int direction) {
        var day = date;
        while (!isBankingDay(country, day)) {
            day = day.plusDays(direction);
        }
        return day;
    }

    private Set<LocalDate> closedDays(Country country, int year) {
        return closed.computeIfAbsent(new CountryYear(country, year), this::readClosedDays);
    }

    private Set<LocalDate> readClosedDays(CountryYear key) {
        // Jollyday lists the three Swedish eves among the holidays, the Norwegian one is ours to add.
        var days = calendars.get(key.country()).getHolidays(Year.of(key.year())).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
        if (key.country() == Country.NO) {
            days.add(CHRISTMAS_EVE.atYear(key.year()));
        }
        return Set.copyOf(days);
    }

    private static HolidayManager calendar(HolidayCalendar calendar) {
        return HolidayManager.getInstance(ManagerParameters.create(calendar));
    }

    private record CountryYear(Country country, int year) {}
}
