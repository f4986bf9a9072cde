package no.forfall.correspondence.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import no.forfall.shared.LocalText;

/**
 * Why the text of a letter may not be published.
 *
 * @param reason names what is missing or refused, and why
 * @param overridable whether a second person may let it pass: it is a matter of words and not of law or machine
 */
public record TextFinding(LocalText reason, boolean overridable) {

    private static final ResourceBundle.Control ENGLISH_WHEN_UNKNOWN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @param arguments texts, or {@link LocalText}s that are said in the language of the sentence */
    static TextFinding of(String key, Object... arguments) {
        return new TextFinding(said(key, arguments), false);
    }

    static TextFinding ofWords(String key, Object... arguments) {
        return new TextFinding(said(key, arguments), true);
    }

    static LocalText said(String key, Object... arguments) {
        return new LocalText(said("nb", key, arguments), said("sv", key, arguments), said("en", key, arguments));
    }

    private static String said(String language, String key, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        String pattern = ResourceBundle.getBundle("messages.letters", locale, ENGLISH_WHEN_UNKNOWN)
                .getString("gate." + key);
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof LocalText text ? text.in(locale) : String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, locale).format(plain);
    }
}
