package no.forfall.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import no.forfall.worklist.Later;
import no.forfall.worklist.Waker;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says until when something is left for later and by whom, or why it is back. */
@Component
class LaterWords {

    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    LaterWords(Formats formats, MessageSource messages, Clock clock) {
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param names names of people by their user names
     * @return empty when it was never left for later, or is long back
     */
    Optional<WorkRow.Reason> of(Later later, Map<String, String> names, Locale language) {
        Instant now = clock.instant();
        if (later.isSnoozed(now)) {
            String who = later.by() == null ? "" : names.getOrDefault(later.by(), later.by());
            return Optional.of(new WorkRow.Reason(
                    text(
                            later.news() ? "day.snoozed.news" : "day.snoozed",
                            language,
                            formats.shortDate(day(later.until())),
                            who),
                    "info",
                    null));
        }
        return later.woken(now)
                .map(waker -> new WorkRow.Reason(
                        text("day.woken." + waker, language, when(day(later.since()), language))
                                .strip(),
                        waker == Waker.PAYMENT ? "kept" : "info",
                        null));
    }

    private String when(@Nullable LocalDate day, Locale language) {
        if (day == null) {
            return "";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Country.NO.zone());
        if (day.equals(today)) {
            return text("day.today", language);
        }
        return day.equals(today.minusDays(1)) ? text("day.yesterday", language) : formats.shortDate(day);
    }

    /** The day in Oslo, which is the day in Stockholm too. */
    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Country.NO.zone());
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
