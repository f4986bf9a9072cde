package no.forfall.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a case stood still, local dates in the creditor's country. A day counts once, however many pauses touch
 * it. Waits do not count these days; what is owed grows old all the same.
 */
public record PausedDays(List<Span> spans) {

    /** The variable in which the processes of a ladder carry their {@link #text}. */
    public static final String VARIABLE = "pausedDays";

    public static final PausedDays NONE = new PausedDays(List.of());

    /** From one day through another, both counted; a span whose last day lies before its first is empty. */
    public record Span(LocalDate first, LocalDate last) {}

    public PausedDays {
        spans = spans.stream().sorted(Comparator.comparing(Span::first)).toList();
    }

    /** Reads what {@link #text} has written; null is none. */
    public static PausedDays parse(@Nullable String text) {
        return text == null || text.isBlank()
                ? NONE
                : new PausedDays(Arrays.stream(text.split(" "))
                        .map(span -> span.split("/"))
                        .map(span -> new Span(LocalDate.parse(span[0]), LocalDate.parse(span[1])))
                        .toList());
    }

    /** As a variable of a process carries it. */
    public String text() {
        return spans.stream().map(span -> span.first() + "/" + span.last()).collect(Collectors.joining(" "));
    }

    /** How many of them there are. */
    public long count() {
        return after(LocalDate.MIN);
    }

    /** How many of them come after a day. */
    public long after(LocalDate day) {
        long count = 0;
        LocalDate counted = day;
        for (Span span : spans) {
            if (span.last().isAfter(counted)) {
                LocalDate before = span.first().isAfter(counted) ? span.first().minusDays(1) : counted;
                count += Math.max(0, ChronoUnit.DAYS.between(before, span.last()));
                counted = span.last();
            }
        }
        return count;
    }
}
