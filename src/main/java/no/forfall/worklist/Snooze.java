package no.forfall.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.forfall.engine.InvalidForm;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;

/**
 * For how long a person leaves an item, and why.
 *
 * @param days banking days of the creditor's country; ignored where there is a date
 * @param date a day in the creditor's country, moved to the next banking day when it is none; null where days are counted
 * @param reason one of {@link #REASONS}
 * @param news whether a payment or a reply brings it back before that
 */
public record Snooze(int days, @Nullable LocalDate date, String reason, boolean news) {

    /** How many banking days ahead something can be left. */
    public static final int MOST_DAYS = 30;

    public static final List<String> REASONS = List.of("NO_ANSWER", "WAITS_FOR_PAPERS", "ASKS_COLLEAGUE", "OTHER");

    /**
     * The banking day in whose morning the item is back.
     *
     * @throws InvalidForm naming {@code date} or {@code days} when that is not after today or too far ahead, or {@code reason}
     */
    LocalDate back(BankingDays calendar, Country country, LocalDate today) {
        if (!REASONS.contains(reason)) {
            throw new InvalidForm(Map.of("reason", "form.required"));
        }
        LocalDate latest = calendar.plus(country, today, MOST_DAYS);
        if (date == null) {
            if (days < 1 || days > MOST_DAYS) {
                throw new InvalidForm(Map.of("days", "form.limits"));
            }
            return calendar.plus(country, today, days);
        }
        // far dates are refused before the calendar is asked about them
        if (!date.isAfter(today) || date.isAfter(latest)) {
            throw new InvalidForm(Map.of("date", "form.limits"));
        }
        return calendar.onOrAfter(country, date);
    }
}
