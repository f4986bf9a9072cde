package no.forfall.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.forfall.policy.ContactSettings.Hours;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ContactCalendarTest {

    private static final ContactSettings SETTINGS =
            new ContactSettings(Hours.valueOf("08:00-21:00"), Hours.valueOf("09:00-15:00"), 3);

    private final ContactCalendar calendar = new ContactCalendar(SETTINGS, new BankingDays());

    @ParameterizedTest
    @CsvSource({
        "NO, 2026-03-25T12:00, 2026-03-25T12:00",
        "NO, 2026-03-25T08:00, 2026-03-25T08:00",
        "NO, 2026-03-25T07:59, 2026-03-25T08:00",
        "NO, 2026-03-25T20:59, 2026-03-25T20:59",
        "NO, 2026-03-25T21:00, 2026-03-26T08:00",
        "NO, 2026-03-27T22:00, 2026-03-28T09:00",
        "NO, 2026-03-28T08:30, 2026-03-28T09:00",
        "NO, 2026-03-28T15:00, 2026-03-30T08:00",
        "NO, 2026-03-29T12:00, 2026-03-30T08:00",
        "NO, 2026-04-01T21:30, 2026-04-04T09:00",
        "NO, 2026-04-04T16:00, 2026-04-07T08:00",
        "NO, 2026-12-24T10:00, 2026-12-28T08:00",
        "SE, 2026-04-02T10:00, 2026-04-02T10:00",
        "SE, 2026-06-19T10:00, 2026-06-22T08:00"
    })
    void findsTheNextHourThatDisturbsNobody(Country country, String at, String from) {
        assertThat(calendar.onOrAfter(
                        country, LocalDateTime.parse(at).atZone(country.zone()).toInstant()))
                .isEqualTo(LocalDateTime.parse(from).atZone(country.zone()).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-03-25",
        "2026-03-23 2026-03-24, 2026-03-25",
        "2026-03-22 2026-03-23 2026-03-24, 2026-03-29",
        "2026-03-19 2026-03-20 2026-03-24, 2026-03-26",
        "2026-03-18 2026-03-23 2026-03-24, 2026-03-25",
        "2026-03-22 2026-03-23 2026-03-24 2026-03-25, 2026-03-25",
        "2026-03-20 2026-03-21 2026-03-22 2026-03-23, 2026-03-28"
    })
    void letsThreeDaysOfSevenReachADebtor(String contacted, String first) {
        List<LocalDate> days = Arrays.stream(contacted.split(" "))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList();
        assertThat(calendar.firstDay(days, LocalDate.parse("2026-03-25"))).isEqualTo(first);
    }

    @Test
    void setsNoLimitWhereSevenDaysAreAllowed() {
        ContactSettings daily = new ContactSettings(SETTINGS.weekdays(), SETTINGS.saturdays(), 7);
        LocalDate today = LocalDate.parse("2026-03-25");
        List<LocalDate> allWeek = today.minusDays(7).datesUntil(today).toList();
        assertThat(new ContactCalendar(daily, new BankingDays()).firstDay(allWeek, today))
                .isEqualTo(today);
    }

    @Test
    void isReadFromTheSettings() {
        ContactSettings settings =
                bound(Map.of("forfall.contact.weekdays", "10:00-18:30", "forfall.contact.days-a-week", "2"));
        assertThat(settings.weekdays()).isEqualTo(Hours.valueOf("10:00-18:30"));
        assertThat(settings.saturdays()).isEqualTo(Hours.valueOf("09:00-15:00"));
        assertThat(settings.daysAWeek()).isEqualTo(2);
        assertThatThrownBy(() -> bound(Map.of("forfall.contact.days-a-week", "0")))
                .hasStackTraceContaining("set a number from 1 to 7");
        assertThatThrownBy(() -> bound(Map.of("forfall.contact.saturdays", "nine")))
                .hasStackTraceContaining("written as 08:00-21:00");
        assertThatThrownBy(() -> bound(Map.of("forfall.contact.saturdays", "15:00-09:00")))
                .hasStackTraceContaining("before they begin");
    }

    private static ContactSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("forfall.contact", Bindable.of(ContactSettings.class))
                .get();
    }
}
