package no.forfall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.forfall.engine.PausedDays.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PausedDaysTest {

    private static final LocalDate BEGIN = LocalDate.parse("2026-03-01");

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    /** Random pauses that touch, overlap, lie within each other or are empty; counted by one and by a set of days. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyDayCountsOnce(long seed) {
        Random random = new Random(seed);
        List<Span> spans = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            LocalDate first = BEGIN.plusDays(random.nextInt(60));
            LocalDate last = first.plusDays(random.nextInt(15) - 1);
            spans.add(new Span(first, last));
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        LocalDate after = BEGIN.plusDays(random.nextInt(70));
        PausedDays paused = PausedDays.parse(new PausedDays(spans).text());
        assertThat(paused.count()).isEqualTo(days.size());
        assertThat(paused.after(after))
                .isEqualTo(days.stream().filter(day -> day.isAfter(after)).count());
    }

    @Test
    void theEndDayCountsAndIsNotCountedAgainByThePauseThatBeginsOnIt() {
        Span first = new Span(BEGIN, BEGIN.plusDays(9));
        Span touching = new Span(BEGIN.plusDays(9), BEGIN.plusDays(19));
        assertThat(new PausedDays(List.of(first)).count()).isEqualTo(10);
        assertThat(new PausedDays(List.of(first, touching)).count()).isEqualTo(20);
    }

    @Test
    void nothingIsNoDay() {
        assertThat(PausedDays.parse(null)).isEqualTo(PausedDays.NONE);
        assertThat(PausedDays.parse("").count()).isZero();
    }
}
