package no.forfall.law;

import static no.forfall.law.Cases.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import no.forfall.SharedData;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private static final String HEADER = "country,kind,valid_from,value,confidence";

    private final Rates rates = Rates.load();

    @ParameterizedTest
    @CsvSource({
        "NO, 2004-01-01, 9.25",
        "NO, 2018-12-31, 8.50",
        "NO, 2025-06-30, 12.50",
        "NO, 2025-07-01, 12.25",
        "NO, 2026-06-30, 12.00",
        "NO, 2026-12-31, 12.25",
        "SE, 2025-06-30, 11.00",
        "SE, 2025-07-01, 10.00",
        "SE, 2017-03-01, 7.50",
        "SE, 2026-12-31, 10.00"
    })
    void knowsLateInterest(Country country, LocalDate date, BigDecimal percent) {
        assertThat(rates.lateInterestPercent(country, date)).isEqualByComparingTo(percent);
    }

    @Test
    void knowsEveryHalfYearSince2004() {
        LocalDate.of(2004, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(date -> {
            for (var country : Country.values()) {
                assertThat(rates.lateInterestPercent(country, date))
                        .as("%s %s", country, date)
                        .isPositive();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NO, 2027-01-01, late_interest_percent",
        "SE, 2027-01-01, reference_rate_percent",
        "NO, 2003-12-31, late_interest_percent"
    })
    void refusesADateWithoutAPublishedRate(Country country, LocalDate date, String kind) {
        assertThatExceptionOfType(RateUnknown.class)
                .isThrownBy(() -> rates.lateInterestPercent(country, date))
                .satisfies(e -> {
                    assertThat(e.country()).isEqualTo(country);
                    assertThat(e.kind().key()).isEqualTo(kind);
                    assertThat(e.date()).isEqualTo(date);
                })
                .withMessageContainingAll(country.name(), kind, date.toString());
    }

    @Test
    void neverCarriesAnOldHalfYearForward() {
        var sparse = read(
                "NO,late_interest_percent,2025-01-01,12.50,high", "NO,late_interest_percent,2026-01-01,12.00,high");

        assertThat(sparse.lateInterestPercent(Country.NO, day("2025-06-30"))).isEqualByComparingTo("12.50");
        assertThatExceptionOfType(RateUnknown.class)
                .isThrownBy(() -> sparse.lateInterestPercent(Country.NO, day("2025-07-01")));
        assertThat(rates.find(RateKind.INKASSOSATS, day("2027-01-01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DK,late_interest_percent,2025-01-01,12.50,high | not a country: DK",
                "NO,late_interest,2025-01-01,12.50,high | not a kind: late_interest",
                "NO,late_interest_percent,2025-13-01,12.50,high | not a date: 2025-13-01",
                "NO,late_interest_percent,2025-02-01,12.50,high | does not begin on 2025-02-01",
                "NO,inkassosats,2025-07-01,700,high | does not begin on 2025-07-01",
                "NO,late_interest_percent,2025-01-01,12;50,high | not a number: 12;50",
                "NO,late_interest_percent,2025-01-01,12.50,sure | not a confidence: sure",
                "NO,late_interest_percent,2025-01-01,12.50 | expected 5 cells, found 4",
                "NO,late_interest_percent,2024-07-01,12.50,high | a second row for 2024-07-01"
            })
    void namesTheLineItDoesNotUnderstand(String line, String complaint) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read("NO,late_interest_percent,2024-07-01,12.50,high", line))
                .withMessageStartingWith("rates.csv, line 4: ")
                .withMessageContaining(complaint);
    }

    @Test
    void namesAPackWithoutARuleBook() {
        var header = "country,pack,from,reviewed_through,statute";

        assertThatIllegalStateException()
                .isThrownBy(() -> RulePacks.read(DataFile.parse(
                        "packs.csv", header, List.of(header, "NO,NO-1814,1814-05-17,1900-01-01,Grunnloven"))))
                .withMessage("packs.csv, line 2: there is no rule book NO-1814");
    }

    @Test
    void refusesAnotherHeader() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DataFile.parse("rates.csv", HEADER, List.of("country,kind,from,value,confidence")))
                .withMessageStartingWith("rates.csv, line 1: the header is not");
    }

    @Test
    void agreesWithAnIndependentListOfRates() throws IOException {
        for (var line : Files.readAllLines(SharedData.require("rates.csv"))) {
            var cells = line.split(",");
            if (cells[1].equals("late_interest_percent") && cells[2].compareTo("2004") > 0) {
                assertThat(rates.lateInterestPercent(Country.NO, day(cells[2])))
                        .as(line)
                        .isEqualByComparingTo(cells[3]);
            }
            if (cells[1].equals("riksbank_reference_rate_percent")) {
                assertThat(rates.value(RateKind.REFERENCE_RATE_PERCENT, day(cells[2])))
                        .as(line)
                        .isEqualByComparingTo(cells[3]);
            }
        }
    }

    @Test
    void takesTheRowsThatPeopleAddAndTheLaterOfTwoForTheSameDay() {
        var added = rates.with(List.of(
                new RateRow(RateKind.LATE_INTEREST_PERCENT, day("2027-01-01"), new BigDecimal("99")),
                new RateRow(RateKind.LATE_INTEREST_PERCENT, day("2027-01-01"), new BigDecimal("11.75")),
                new RateRow(RateKind.INKASSOSATS, day("2027-01-01"), new BigDecimal("780"))));

        assertThat(added.lateInterestPercent(Country.NO, day("2027-06-30"))).isEqualByComparingTo("11.75");
        assertThat(added.lateInterestPercent(Country.NO, day("2026-12-31"))).isEqualByComparingTo("12.25");
        assertThat(added.find(RateKind.INKASSOSATS, day("2027-12-31"))).contains(new BigDecimal("780"));
        assertThat(added.lateInterestKnownThrough(Country.NO)).isEqualTo(day("2027-06-30"));
        assertThat(rates.lateInterestKnownThrough(Country.NO)).isEqualTo(day("2026-12-31"));
        assertThat(added.series(RateKind.INKASSOSATS))
                .endsWith(new RateRow(RateKind.INKASSOSATS, day("2027-01-01"), new BigDecimal("780")))
                .hasSize(rates.series(RateKind.INKASSOSATS).size() + 1);
    }

    @Test
    void knowsInterestOnlyAsFarAsThereIsNoGap() {
        var gap = rates.with(
                List.of(new RateRow(RateKind.REFERENCE_RATE_PERCENT, day("2027-07-01"), new BigDecimal("2"))));

        assertThat(gap.lateInterestKnownThrough(Country.SE)).isEqualTo(day("2026-12-31"));
    }

    @Test
    void followsRatesThatChange() {
        var current = new AtomicReference<>(rates);
        var live = Rates.following(current::get);
        var before = live.now();

        current.set(rates.with(
                List.of(new RateRow(RateKind.LATE_INTEREST_PERCENT, day("2027-01-01"), new BigDecimal("11.75")))));

        assertThat(live.lateInterestPercent(Country.NO, day("2027-01-01"))).isEqualByComparingTo("11.75");
        assertThatExceptionOfType(RateUnknown.class)
                .isThrownBy(() -> before.lateInterestPercent(Country.NO, day("2027-01-01")));
    }

    @ParameterizedTest
    @CsvSource({
        "LATE_INTEREST_PERCENT, 2027-01-01, true, 2027-07-01",
        "LATE_INTEREST_PERCENT, 2027-07-01, true, 2028-01-01",
        "LATE_INTEREST_PERCENT, 2027-02-01, false,",
        "INKASSOSATS, 2027-01-01, true, 2028-01-01",
        "INKASSOSATS, 2027-07-01, false,",
        "REMINDER_FEE, 2027-03-15, true, 2027-03-16"
    })
    void beginsARowOnTheFirstDayOfItsSpan(RateKind kind, LocalDate from, boolean allowed, LocalDate next) {
        assertThat(kind.mayBeginOn(from)).isEqualTo(allowed);
        if (allowed) {
            assertThat(kind.next(from)).isEqualTo(next);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RateRow(kind, from, BigDecimal.ONE))
                    .withMessageContaining("does not begin on " + from);
        }
    }

    private static Rates read(String... lines) {
        var text = new ArrayList<>(List.of("# a comment", HEADER));
        text.addAll(List.of(lines));
        return Rates.read(DataFile.parse("rates.csv", HEADER, text));
    }
}
