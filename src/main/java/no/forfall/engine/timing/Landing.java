package no.forfall.engine.timing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns a date into the time at which work on it begins: that day, or the next banking day, at the set time. */
@Component
public class Landing {

    static final String COUNTRY = "country";

    private final BankingDays bankingDays;
    private final LocalTime at;

    /** @param at the time of day in the creditor's country, a setting ({@code forfall.timers.at}) */
    Landing(BankingDays bankingDays, @Value("${forfall.timers.at:07:00}") LocalTime at) {
        this.bankingDays = bankingDays;
        this.at = at;
    }

    public Instant on(Country country, LocalDate date) {
        return bankingDays
                .onOrAfter(country, date)
                .atTime(at)
                .atZone(country.zone())
                .toInstant();
    }

    /** The moment itself when it falls on a banking day, else the next banking day at the set time. */
    public Instant onOrAfter(Country country, Instant moment) {
        LocalDate day = moment.atZone(country.zone()).toLocalDate();
        return bankingDays.isBankingDay(country, day) ? moment : on(country, day);
    }

    /** The same time of day some days later, or at the set time of the next banking day. */
    public Instant later(Country country, Instant moment, long days) {
        return onOrAfter(country, moment.atZone(country.zone()).plusDays(days).toInstant());
    }

    /** Counts the days from the creditor's own date, so that an evening in UTC is no day too early or late. */
    Instant after(Country country, Instant start, Period days) {
        return on(country, start.atZone(country.zone()).toLocalDate().plus(days));
    }

    /** The creditor's country of a running process; Norway where none is known, as at a timer that starts a process. */
    static Country countryOf(@Nullable VariableScope scope) {
        Object country = scope == null ? null : scope.getVariable(COUNTRY);
        return country == null ? Country.NO : Country.valueOf(country.toString());
    }
}
