package no.forfall.shared;

import static no.forfall.shared.Country.NO;
import static no.forfall.shared.Country.SE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import no.forfall.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BankingDaysTest {

    private final BankingDays days = new BankingDays();

    @ParameterizedTest
    @CsvSource({
        "NO, 2026-12-23, true",
        "NO, 2026-12-24, false",
        "NO, 2026-12-31, true",
        "NO, 2026-05-17, false",
        "NO, 2027-05-17, false",
        "NO, 2026-04-02, false",
        "SE, 2026-04-02, true",
        "SE, 2026-06-19, false",
        "SE, 2025-12-24, false",
        "SE, 2026-12-31, false",
        "SE, 2025-06-06, false",
        "NO, 2025-06-06, true",
        "NO, 2026-05-25, false",
        "SE, 2026-05-25, true"
    })
    void knowsTheDaysOnWhichBanksSettle(Country country, LocalDate date, boolean banking) {
        assertThat(days.isBankingDay(country, date)).isEqualTo(banking);
    }

    @Test
    void rollsAcrossEasterInBothDirections() {
        var wednesday = LocalDate.of(2026, 4, 1);
        var tuesday = LocalDate.of(2026, 4, 7);

        assertThat(days.onOrAfter(NO, LocalDate.of(2026, 4, 2))).isEqualTo(tuesday);
        assertThat(days.onOrBefore(NO, LocalDate.of(2026, 4, 6))).isEqualTo(wednesday);
        assertThat(days.plus(NO, wednesday, 1)).isEqualTo(tuesday);
        assertThat(days.minus(NO, tuesday, 1)).isEqualTo(wednesday);
    }

    @Test
    void countsStrictlyAfterTheDateAndTakesZeroAsTheDateItself() {
        var friday = LocalDate.of(2026, 10, 9);
        var saturday = friday.plusDays(1);

        assertThat(days.plus(SE, friday, 0)).isEqualTo(friday);
        assertThat(days.plus(SE, saturday, 0)).isEqualTo(friday.plusDays(3));
        assertThat(days.plus(SE, friday, 3)).isEqualTo(LocalDate.of(2026, 10, 14));
        assertThat(days.minus(SE, saturday, 0)).isEqualTo(friday);
        assertThat(days.minus(SE, friday, 5)).isEqualTo(LocalDate.of(2026, 10, 2));
    }

    @Test
    void refusesANegativeNumberOfDays() {
        assertThatIllegalArgumentException().isThrownBy(() -> days.plus(NO, LocalDate.of(2026, 1, 2), -1));
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithAnIndependentListOfHolidays(Country country) throws IOException {
        var holidays = holidays(country);
        var eves = country == NO ? Set.of(MonthDay.of(12, 24)) : Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31));

        LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)).forEach(date -> {
            var weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            var eve = eves.contains(MonthDay.from(date)) || (country == SE && isMidsummerEve(date));
            assertThat(days.isBankingDay(country, date))
                    .as("%s %s", country, date)
                    .isEqualTo(!weekend && !eve && !holidays.contains(date));
        });
    }

    private static boolean isMidsummerEve(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY
                && !date.isBefore(LocalDate.of(date.getYear(), 6, 19))
                && !date.isAfter(LocalDate.of(date.getYear(), 6, 25));
    }

    private static Set<LocalDate> holidays(Country country) throws IOException {
        var file = SharedData.require("holidays/holidays_no_se_2024_2030.csv");
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(country.name()))
                    .map(cells -> LocalDate.parse(cells[1]))
                    .collect(Collectors.toSet());
        }
    }
}
