package no.forfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class FormatsTest {

    private static final Money NOK = Money.parse("NOK 12500.00");
    private static final Money SEK = Money.parse("SEK -1234567.50");

    private Formats formats;

    @BeforeEach
    void create() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-03-24T07:00:00Z"), ZoneOffset.UTC);
        formats = new Formats(new LanguageConfiguration().messageSource(), clock);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesNorwegianAmountsWithNarrowSpacesAndQuietCurrency() {
        speak("nb");
        assertThat(formats.amount(NOK)).isEqualTo("12\u202f500,00\u00a0kr");
        assertThat(formats.amount(SEK)).isEqualTo("−1\u202f234\u202f567,50\u00a0SEK");
    }

    @Test
    void writesSwedishAmountsWithTheirOwnHomeCurrency() {
        speak("sv");
        assertThat(formats.amount(SEK)).isEqualTo("−1\u202f234\u202f567,50\u00a0kr");
        assertThat(formats.amount(NOK)).isEqualTo("12\u202f500,00\u00a0NOK");
    }

    @Test
    void writesEnglishAmountsWithTheCodeInFront() {
        speak("en-US");
        assertThat(formats.amount(NOK)).isEqualTo("NOK\u00a012,500.00");
    }

    @Test
    void countsNoFurtherThanListsDo() {
        speak("nb");
        assertThat(formats.count(10_000)).isEqualTo("10\u202f000");
        assertThat(formats.count(10_001)).isEqualTo("10\u202f000+");
        speak("en");
        assertThat(formats.count(1_000_000)).isEqualTo("10,000+");
    }

    @Test
    void writesDatesAsEachCountryDoes() {
        LocalDate date = LocalDate.of(2026, 3, 24);
        speak("nb");
        assertThat(formats.date(date)).isEqualTo("24.03.2026");
        assertThat(formats.longDate(date)).isEqualTo("tirsdag 24. mars 2026");
        speak("sv");
        assertThat(formats.date(date)).isEqualTo("2026-03-24");
        speak("en");
        assertThat(formats.date(date)).isEqualTo("24 Mar 2026");
    }

    @Test
    void leavesOutTheCurrentYearInDenseLists() {
        speak("sv");
        assertThat(formats.shortDate(LocalDate.of(2026, 4, 2))).isEqualTo("2 apr.");
        assertThat(formats.shortDate(LocalDate.of(2025, 4, 2))).isEqualTo("2025-04-02");
    }

    @Test
    void showsMomentsInTheZoneOfTheCase() {
        speak("sv");
        assertThat(formats.dateTime(Instant.parse("2026-03-29T01:30:00Z"), ZoneId.of("Europe/Stockholm")))
                .isEqualTo("2026-03-29 03:30");
    }

    @Test
    void countsOneDayAndManyDays() {
        speak("nb");
        assertThat(formats.days(1)).isEqualTo("1 dag");
        assertThat(formats.days(14)).isEqualTo("14 dager");
        speak("sv");
        assertThat(formats.days(1)).isEqualTo("1 dag");
        assertThat(formats.days(0)).isEqualTo("0 dagar");
    }

    @Test
    void writesSharesAsWholePerCent() {
        speak("nb");
        assertThat(formats.percent(new BigDecimal("0.825"))).isEqualTo("83\u00a0%");
        speak("en");
        assertThat(formats.percent(new BigDecimal("0.825"))).isEqualTo("83%");
    }

    @Test
    void writesAbsentValuesAsDash() {
        assertThat(formats.amount(null)).isEqualTo("–");
        assertThat(formats.date(null)).isEqualTo("–");
    }

    private static void speak(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    }
}
