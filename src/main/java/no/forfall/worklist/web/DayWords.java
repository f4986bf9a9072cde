package no.forfall.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import org.springframework.stereotype.Component;

/** Days and counts as the pages of a handler's day write them. */
@Component
class DayWords {

    private final Formats formats;
    private final Clock clock;

    DayWords(Formats formats, Clock clock) {
        this.formats = formats;
        this.clock = clock;
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Country.NO.zone());
    }

    String day(LocalDate day) {
        return formats.shortDate(day);
    }

    String count(long count) {
        return formats.count(count);
    }
}
