package no.forfall.ui;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words that stand in the house's own decision tables and forms, in the reader's language. A text is looked up as a
 * whole; one that a designer has written or changed is shown as it was written.
 */
@Component
public class HouseWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private final MessageSource messages;

    HouseWords(MessageSource messages) {
        this.messages = messages;
    }

    public String in(String text, Locale language) {
        String message = messages.getMessage(key(text), null, text, language);
        return message == null ? text : message;
    }

    /** The key of a text: {@code Days overdue} has {@code house.days-overdue}. */
    static String key(String text) {
        return "house." + BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
