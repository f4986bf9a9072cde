package no.forfall.worklist.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.forfall.ui.Formats;
import no.forfall.worklist.ItemFacts;
import no.forfall.worklist.OrderFact;
import no.forfall.worklist.Rank;
import no.forfall.worklist.WorkItem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what an item has its points for. */
@Component
class RankWords {

    private final Formats formats;
    private final MessageSource messages;

    RankWords(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * A part of an item's points.
     *
     * @param text few words, such as "Promise broken yesterday"
     * @param points never 0; negative where the house wants it later
     */
    record Part(OrderFact fact, String text, String tone, int points) {}

    /** The parts of an item's points, the most first; none as long as it was not counted. */
    List<Part> parts(Rank rank, WorkItem item, LocalDate today, Locale language) {
        return Optional.ofNullable(rank.facts()).stream()
                .flatMap(facts -> rank.parts().entrySet().stream()
                        .map(part -> new Part(
                                part.getKey(),
                                text(part.getKey(), facts, item, today, language),
                                tone(part.getKey(), facts, today),
                                part.getValue())))
                .toList();
    }

    private String text(OrderFact fact, ItemFacts facts, WorkItem item, LocalDate today, Locale language) {
        return switch (fact) {
            case AMOUNT -> whole(facts.amount(), facts);
            case AGE -> formats.days(days(facts.invoiceDueOn(), today));
            case EXPOSURE -> say("EXPOSURE", language, whole(facts.exposure(), facts));
            case PROMISE_BROKEN -> broken(days(Objects.requireNonNull(facts.brokenOn()), today), language);
            case WORK_DUE -> say(isLate(facts, today) ? "late" : "today", language);
            case STANDS_STILL -> say(item.kind().name(), language);
            case LAWFUL -> lawful(facts, today, language);
            case TIME_BARRED -> barred(Objects.requireNonNull(facts.barredFrom()), today, language);
            case INSOLVENT, NOT_REACHED -> say(fact.name(), language);
        };
    }

    private static String tone(OrderFact fact, ItemFacts facts, LocalDate today) {
        return switch (fact) {
            case PROMISE_BROKEN, STANDS_STILL, INSOLVENT -> "breach";
            case WORK_DUE -> isLate(facts, today) ? "breach" : "risk";
            case TIME_BARRED -> "risk";
            case LAWFUL -> "info";
            case AMOUNT, AGE, EXPOSURE, NOT_REACHED -> "neutral";
        };
    }

    private static boolean isLate(ItemFacts facts, LocalDate today) {
        return Objects.requireNonNull(facts.workDueOn()).isBefore(today);
    }

    private String broken(long days, Locale language) {
        String when = days == 0 ? "today" : days == 1 ? "yesterday" : "before";
        return say("PROMISE_BROKEN." + when, language, formats.days(days));
    }

    private String lawful(ItemFacts facts, LocalDate today, Locale language) {
        LocalDate from = Objects.requireNonNull(facts.lawfulFrom());
        String when = from.isAfter(today) ? "from" : "now";
        return say("LAWFUL." + facts.lawful() + "." + when, language, formats.shortDate(from));
    }

    private String barred(LocalDate from, LocalDate today, Locale language) {
        return say(from.isAfter(today) ? "TIME_BARRED.from" : "TIME_BARRED.now", language, formats.date(from));
    }

    /** The amount in whole units: in a chip the cents would only be noise. */
    private String whole(BigDecimal amount, ItemFacts facts) {
        return formats.roundedAmount(
                Money.of(CurrencyUnit.of(facts.currency()), amount.setScale(2, RoundingMode.HALF_UP)));
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private String say(String key, Locale language, Object... arguments) {
        return messages.getMessage("worklist.reason." + key, arguments, language);
    }
}
