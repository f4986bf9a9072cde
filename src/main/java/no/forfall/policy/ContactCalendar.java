package no.forfall.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.forfall.policy.ContactSettings.Hours;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.springframework.stereotype.Component;

/**
 * When a debtor may be disturbed, and how often. It binds what goes out by itself; a person who calls sees when the last
 * contact was.
 */
@Component
public class ContactCalendar {

    private final ContactSettings settings;
    private final BankingDays bankingDays;

    ContactCalendar(ContactSettings settings, BankingDays bankingDays) {
        this.settings = settings;
        this.bankingDays = bankingDays;
    }

    /** On how many days within seven a debtor is contacted at most. */
    public int daysAWeek() {
        return settings.daysAWeek();
    }

    /**
     * The moment itself within contact hours, else the beginning of the next ones: on weekdays and Saturdays, never on a
     * Sunday, a public holiday or an eve on which banks are closed.
     */
    public Instant onOrAfter(Country country, Instant moment) {
        ZonedDateTime local = moment.atZone(country.zone());
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (hours(country, day).filter(hours -> hours.contains(time)).isPresent()) {
            return moment;
        }
        boolean today =
                hours(country, day).filter(hours -> time.isBefore(hours.from())).isPresent();
        LocalDate next = today ? day : day.plusDays(1);
        while (hours(country, next).isEmpty()) {
            next = next.plusDays(1);
        }
        return next.atTime(hours(country, next).orElseThrow().from())
                .atZone(country.zone())
                .toInstant();
    }

    private Optional<Hours> hours(Country country, LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || bankingDays.isHoliday(country, day)) {
            return Optional.empty();
        }
        return Optional.of(day.getDayOfWeek() == DayOfWeek.SATURDAY ? settings.saturdays() : settings.weekdays());
    }

    /**
     * The first day on which a debtor may be contacted again. Whatever reaches a debtor on one day is one contact, so that
     * the invoices of a month that fall due together do not wait for each other.
     *
     * @param contacted the days of contact before
     */
    public LocalDate firstDay(Collection<LocalDate> contacted, LocalDate today) {
        if (contacted.contains(today)) {
            return today;
        }
        List<LocalDate> lately = contacted.stream()
                .filter(day -> day.isBefore(today) && day.isAfter(today.minusDays(ContactSettings.WEEK)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return lately.size() < settings.daysAWeek()
                ? today
                : lately.get(settings.daysAWeek() - 1).plusDays(ContactSettings.WEEK);
    }
}
