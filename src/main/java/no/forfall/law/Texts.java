package no.forfall.law;

import java.util.Locale;
import java.util.ResourceBundle;

/** The room's sentences, in English where the reader's language is none of ours. */
final class Texts {

    private static final ResourceBundle.Control ENGLISH_WHEN_UNKNOWN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    static ResourceBundle of(String bundle, Locale locale) {
        return ResourceBundle.getBundle(bundle, locale, ENGLISH_WHEN_UNKNOWN);
    }
}
