package no.forfall.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forfall.cases.Cases;
import no.forfall.engine.Catalogue;
import no.forfall.engine.Editions;
import no.forfall.journal.JournalEntry;
import no.forfall.shared.Country;
import no.forfall.ui.Formats;
import no.forfall.ui.HouseWords;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The facts of a journal entry as a reader writes them: dates, amounts, and the names of steps, activities and people. */
@Component
class JournalFacts {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*Z");
    private static final Pattern MONEY = Pattern.compile("[A-Z]{3} -?\\d+(\\.\\d+)?");

    private final Editions editions;
    private final Catalogue activities;
    private final Plans plans;
    private final Formats formats;
    private final HouseWords houseWords;
    private final MessageSource messages;

    JournalFacts(
            Editions editions,
            Catalogue activities,
            Plans plans,
            Formats formats,
            HouseWords houseWords,
            MessageSource messages) {
        this.editions = editions;
        this.activities = activities;
        this.plans = plans;
        this.formats = formats;
        this.houseWords = houseWords;
        this.messages = messages;
    }

    @Nullable
    Object readable(JournalEntry entry, String fact, Map<String, String> names, Locale language) {
        Object value = entry.facts().get(fact);
        if (value == null || value.equals("")) {
            return "–";
        }
        return switch (fact) {
            case "element" -> elementName(entry, value.toString(), language);
            case "name", "note" -> houseWords.in(value.toString(), language);
            case "activity" -> activities.labelOf(value.toString(), language);
            case "person" -> names.getOrDefault(value.toString(), value.toString());
            case "outcome" -> messages.getMessage("outcome." + value, null, fact(value, language), language);
            case "reason" -> reason(value.toString(), language);
            case "amount" ->
                entry.facts().get("currency") instanceof String currency
                        ? amount(currency, value.toString())
                        : value(value);
            default -> value(value.toString(), language);
        };
    }

    /** In the newest edition's words, else as the diagram said it then. */
    private String elementName(JournalEntry entry, String element, Locale language) {
        String process = String.valueOf(entry.facts().getOrDefault("process", Cases.LADDER));
        String name = editions.elementName(process, element, language);
        return name.equals(element) ? String.valueOf(entry.facts().getOrDefault("name", readableName(element))) : name;
    }

    /** A reason is a sentence, or the key of one that the house offers. */
    String reason(String reason, Locale language) {
        String sentence = String.valueOf(plans.sentence(reason, language));
        String fact = messages.getMessage("fact." + sentence, null, sentence, language);
        return String.valueOf(messages.getMessage("reason." + sentence, null, fact, language));
    }

    /** What a person wrote beside a table, or its name; in the reader's language where it is the house's own. */
    String words(String text, Locale language) {
        return houseWords.in(text, language);
    }

    /** A value of a decision as a reader writes it: a word that the house knows, a date, a number, or the value itself. */
    String fact(@Nullable Object value, Locale language) {
        if (value == null || value.toString().isBlank()) {
            return "–";
        }
        return value instanceof Number number
                ? formats.decimals(new BigDecimal(number.toString()))
                : value(value.toString(), language);
    }

    private String value(String value, Locale language) {
        return String.valueOf(messages.getMessage("fact." + value, null, String.valueOf(value(value)), language));
    }

    private Object value(Object value) {
        String text = value.toString();
        if (value instanceof Map<?, ?> money && money.containsKey("amount") && money.containsKey("currency")) {
            return amount(String.valueOf(money.get("currency")), String.valueOf(money.get("amount")));
        }
        if (DATE.matcher(text).matches()) {
            return formats.date(LocalDate.parse(text));
        }
        if (MOMENT.matcher(text).matches()) {
            return formats.date(LocalDate.ofInstant(Instant.parse(text), Country.NO.zone()));
        }
        return MONEY.matcher(text).matches() ? amount(text.substring(0, 3), text.substring(4)) : value;
    }

    private String amount(String currency, String amount) {
        return formats.amount(Money.of(CurrencyUnit.of(currency), new BigDecimal(amount)));
    }

    /** {@code LetterSent} as {@code Letter sent}. */
    String readableName(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Every fact with its name, for events that have no sentence; null when there is none. */
    @Nullable
    String all(JournalEntry entry, Locale language) {
        String all = entry.facts().keySet().stream()
                .filter(fact -> entry.facts().get(fact) != null)
                .map(fact -> readableName(fact) + ": " + readable(entry, fact, Map.of(), language))
                .collect(Collectors.joining(" · "));
        return all.isEmpty() ? null : all;
    }
}
