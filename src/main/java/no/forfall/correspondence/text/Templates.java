package no.forfall.correspondence.text;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.forfall.correspondence.LetterType;
import org.springframework.stereotype.Component;

/** The texts in force, made ready to be filled: the newest that was published here, else the house's. */
@Component
class Templates {

    private final HouseTexts house;
    private final WrittenHere published;
    private final Map<String, Template> ready = new ConcurrentHashMap<>();

    Templates(HouseTexts house, WrittenHere published) {
        this.house = house;
        this.published = published;
    }

    /** Any language but nb and sv reads English. */
    Template of(LetterType type, Locale locale) {
        String language = HouseTexts.LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
        int version = published.newest(type, language);
        String name = type + "/" + language + "/" + version;
        return ready.computeIfAbsent(
                name,
                unread -> Template.of(
                        name,
                        version == 0 ? house.of(type, language) : published.source(type, language, version),
                        version));
    }
}
