package no.forfall.intake.reading;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import no.forfall.shared.LocalText;

/** Finds a sentence of {@code messages/intake} in the three languages of the house. */
public final class Sentence {

    private static final ResourceBundle.Control ENGLISH_WHEN_UNKNOWN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentence() {}

    /** @param arguments fill the placeholders; written as they are, numbers without grouping */
    public static LocalText of(String key, Object... arguments) {
        return new LocalText(text("nb", key, arguments), text("sv", key, arguments), text("en", key, arguments));
    }

    private static String text(String language, String key, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        String pattern = ResourceBundle.getBundle("messages.intake", locale, ENGLISH_WHEN_UNKNOWN)
                .getString(key);
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof LocalText nested ? nested.in(locale) : String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, locale).format(plain);
    }
}
