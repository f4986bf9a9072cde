package no.forfall.api;

import java.util.Arrays;
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
     * @param arguments what fills it; an amount is written as the reader writes amounts
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
        Object[] filled = Arrays.stream(arguments)
                .map(argument -> argument instanceof Money money ? formats.amount(money) : argument)
                .toArray();
        return messages.getMessage(messageKey(), filled, language);
    }
}
