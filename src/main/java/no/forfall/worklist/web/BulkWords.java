package no.forfall.worklist.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.casefile.Plans;
import no.forfall.engine.Editions;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.ui.Formats;
import no.forfall.worklist.bulk.BulkAction;
import no.forfall.worklist.bulk.BulkCount;
import no.forfall.worklist.bulk.BulkOrder;
import no.forfall.worklist.bulk.BulkOutcomes;
import no.forfall.worklist.bulk.BulkRow;
import no.forfall.worklist.bulk.BulkRun;
import no.forfall.worklist.bulk.RowState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in the reader's language what a run does, and of a row what became of it and why. */
@Component
@Transactional(readOnly = true)
class BulkWords {

    private final Editions editions;
    private final BulkOutcomes outcomes;
    private final Plans plans;
    private final People people;
    private final Formats formats;
    private final MessageSource messages;

    BulkWords(
            Editions editions,
            BulkOutcomes outcomes,
            Plans plans,
            People people,
            Formats formats,
            MessageSource messages) {
        this.editions = editions;
        this.outcomes = outcomes;
        this.plans = plans;
        this.people = people;
        this.formats = formats;
        this.messages = messages;
    }

    /** A row as pages and files show it; {@code text} says what became of it, or with {@code refused} why nothing did. */
    record Row(
            int place,
            String caseNumber,
            String debtor,
            String step,
            RowState state,
            String tone,
            String text,
            boolean refused) {}

    /** A reason and how many rows it concerns; {@code key} is its message. */
    record Group(String key, long rows, String text) {}

    /** What an order does, as a phrase that begins a line. */
    String title(BulkRun run, BulkOrder order, Locale language) {
        String key = "bulk.title." + order.action();
        return switch (order.action()) {
            case ASSIGN -> text(key, language, name(order.to()));
            case SKIP -> text(key, language, text("reason." + order.reason(), language));
            case HOLD ->
                order.until() == null
                        ? text(key + ".open", language, reason(order.reason(), language))
                        : text(key, language, formats.date(order.until()), reason(order.reason(), language));
            case COMPLETE ->
                text(
                        key,
                        language,
                        order.said() == null
                                ? outcomes.said(run.id(), order, language)
                                : order.said().in(language));
            case RELEASE, LETTER -> text(key, language);
        };
    }

    /** The house's own reasons are keys, those of programs sentences. */
    private String reason(@Nullable String reason, Locale language) {
        return String.valueOf(messages.getMessage("reason." + reason, null, reason, language));
    }

    String will(BulkAction action, long rows, Locale language) {
        return text("bulk.will." + action, language, formats.number(rows));
    }

    List<Group> groups(List<BulkCount> counts, RowState state, Locale language) {
        return counts.stream()
                .filter(count -> count.state() == state && count.why() != null)
                .map(count -> new Group(
                        String.valueOf(count.why()), count.rows(), text(String.valueOf(count.why()), language)))
                .toList();
    }

    static long sum(List<BulkCount> counts, RowState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(BulkCount::rows)
                .sum();
    }

    /** @param waiting what is said of a row that nothing is in the way of and that is not done */
    List<Row> rows(List<BulkRow> rows, String waiting, Locale language) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        return rows.stream().map(row -> row(row, waiting, names, language)).toList();
    }

    private Row row(BulkRow row, String waiting, Map<String, String> names, Locale language) {
        String step = editions.elementName(row.process(), row.element(), language);
        String text = row.why() != null
                ? why(row.why(), row.detail(), names, language)
                : row.state() == RowState.DONE ? text("bulk.row.DONE", language) : waiting;
        return new Row(
                row.place(),
                row.caseNumber().value(),
                row.debtor(),
                step.equals(row.element()) ? row.name() : step,
                row.state(),
                switch (row.state()) {
                    case DONE -> "kept";
                    case FAILED -> "breach";
                    case LEFT, WAITS -> "neutral";
                },
                text,
                row.why() != null);
    }

    private String why(String key, @Nullable String detail, Map<String, String> names, Locale language) {
        if (detail == null) {
            return text(key, language);
        }
        return switch (key) {
            case "bulk.why.SAID" -> String.valueOf(plans.sentence(detail, language));
            case "bulk.why.ALREADY_HELD" -> text(key + ".by", language, day(detail));
            default -> text(key + ".by", language, names.getOrDefault(detail, detail));
        };
    }

    private String day(String iso) {
        try {
            return formats.date(LocalDate.parse(iso));
        } catch (DateTimeParseException words) {
            return iso;
        }
    }

    String name(@Nullable String userName) {
        return userName == null ? "" : people.find(userName).map(Person::name).orElse(userName);
    }

    String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
