package no.forfall.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages of the screens: Norwegian bokmål, Swedish and English. */
public final class Languages {

    public static final Locale NORWEGIAN = Locale.forLanguageTag("nb");
    public static final Locale SWEDISH = Locale.forLanguageTag("sv");
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** All supported languages, in the order in which they are offered. */
    public static final List<Locale> ALL = List.of(NORWEGIAN, SWEDISH, ENGLISH);

    private Languages() {}

    /** Answers this request in the language, whatever the browser wishes; keeps nothing. */
    public static void speak(HttpServletRequest request, Locale language) {
        request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, closestTo(language));
    }

    /** The supported language for a wish; Nynorsk and plain Norwegian are answered in bokmål, the rest in English. */
    public static Locale closestTo(Locale wished) {
        return known(wished).orElse(ENGLISH);
    }

    /** The first supported language of a browser's wishes, in their order; English when it knows none of them. */
    static Locale firstOf(Enumeration<Locale> wishes) {
        while (wishes.hasMoreElements()) {
            Optional<Locale> known = known(wishes.nextElement());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return ENGLISH;
    }

    private static Optional<Locale> known(Locale wished) {
        return switch (wished.getLanguage()) {
            case "nb", "no", "nn" -> Optional.of(NORWEGIAN);
            case "sv" -> Optional.of(SWEDISH);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }
}
