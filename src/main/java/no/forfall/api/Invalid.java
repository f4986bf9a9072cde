package no.forfall.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.forfall.ui.Formats;
import org.joda.money.Money;
import org.springframework.context.MessageSource;

/** A field of a request holds something that cannot be done; answered with 422. */
public class Invalid extends RuntimeException {

    private final String field;
    private final transient Object[] arguments;

    /**
     * @param messageKey a sentence that says the mend
     * @param arguments what fills it; amounts and dates are written as the reader writes them
     */
    public Invalid(String field, String messageKey, Object... arguments) {
        super(messageKey);
        this.field = field;
        this.arguments = arguments;
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return getMessage();
    }

    /** The sentence in the request's language. */
    public String sentence(MessageSource messages, Formats formats, Locale language) {
        return messages.getMessage(messageKey(), filled(List.of(arguments), formats), language);
    }

    static Object[] filled(List<Object> arguments, Formats formats) {
        return arguments.stream().map(argument -> shown(argument, formats)).toArray();
    }

    private static Object shown(Object argument, Formats formats) {
        if (argument instanceof Money money) {
            return formats.amount(money);
        }
        return argument instanceof LocalDate date ? formats.date(date) : argument;
    }
}
