package no.forfall.law;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/**
 * Why the law says no, fit for a person to read and for a journal to keep.
 *
 * @param ruleId the rule, such as {@code NO-R7}
 * @param statute act and paragraph, in the language of the act
 * @param messageKey the key of the explanation in {@code messages/law}
 * @param arguments what the explanation fills in: {@link LocalDate}s and whole numbers
 */
public record Reason(String ruleId, String statute, String messageKey, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** The explanation as a sentence in Norwegian (nb), Swedish or, for any other language, English. */
    public String text(Locale locale) {
        var pattern = Texts.of("messages.law", locale).getString(messageKey);
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        var readable = arguments.stream()
                .map(argument -> argument instanceof LocalDate date ? dates.format(date) : argument)
                .toArray();
        return new MessageFormat(pattern, locale).format(readable);
    }
}
