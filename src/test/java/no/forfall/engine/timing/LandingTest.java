package no.forfall.engine.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.forfall.shared.BankingDays;
import no.forfall.shared.Country;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LandingTest {

    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private final BankingDays bankingDays = new BankingDays();
    private final Landing landing = new Landing(bankingDays, SEVEN);

    @ParameterizedTest(name = "{0}: {1} and {2} days is {3}")
    @CsvSource({
        "NO, 2026-03-02T06:00:00Z, 10, 2026-03-12T06:00:00Z",
        // into summer time and out of it: seven o'clock stays seven o'clock
        "NO, 2026-03-23T06:00:00Z, 10, 2026-04-07T05:00:00Z",
        "SE, 2026-03-24T06:00:00Z, 7, 2026-03-31T05:00:00Z",
        "NO, 2026-10-20T05:00:00Z, 7, 2026-10-27T06:00:00Z",
        // a weekend, a holiday of both, of one, and an eve on which Swedish banks are closed
        "NO, 2026-03-04T06:00:00Z, 10, 2026-03-16T06:00:00Z",
        "SE, 2026-04-21T05:00:00Z, 10, 2026-05-04T05:00:00Z",
        "NO, 2026-05-04T05:00:00Z, 10, 2026-05-15T05:00:00Z",
        "NO, 2026-06-09T05:00:00Z, 10, 2026-06-19T05:00:00Z",
        "SE, 2026-06-09T05:00:00Z, 10, 2026-06-22T05:00:00Z",
        // a time that a designer has written stays on a banking day, and is dropped on another
        "NO, 2026-03-02T12:30:00Z, 2, 2026-03-04T12:30:00Z",
        "NO, 2026-03-02T12:30:00Z, 5, 2026-03-09T06:00:00Z",
        // half past midnight in Oslo is the day before in UTC
        "NO, 2026-03-05T23:30:00Z, 1, 2026-03-09T06:00:00Z"
    })
    void aWaitEndsLaterByWholeDays(Country country, Instant planned, long days, Instant ends) {
        assertThat(landing.later(country, planned, days)).isEqualTo(ends);
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endsOnTheFirstBankingDayThatIsNoSoonerThanTheDays(long seed) {
        Random random = new Random(seed);
        Country country = random.nextBoolean() ? Country.NO : Country.SE;
        Instant planned =
                landing.on(country, java.time.LocalDate.parse("2026-01-01").plusDays(random.nextInt(700)));
        int days = random.nextInt(60);
        var wanted = planned.atZone(country.zone()).toLocalDate().plusDays(days);
        var ends = landing.later(country, planned, days).atZone(country.zone());
        assertThat(ends.toLocalTime()).isEqualTo(SEVEN);
        assertThat(ends.toLocalDate()).isEqualTo(bankingDays.onOrAfter(country, wanted));
    }
}
