package no.forfall.correspondence.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.forfall.correspondence.LetterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The templates of all letters in all languages, read and checked at start-up. */
@Component
class Templates {

    static final List<String> LANGUAGES = List.of("nb", "sv", "en");

    /** What every letter says: the claim, how to pay it, what comes next and when, and whom to tell that it is wrong. */
    private static final Set<String> ALWAYS =
            Set.of("creditor", "invoiceNumber", "invoiceDate", "claim", "payment", "nextStepOn", "contact");

    private final Map<String, Template> templates = new HashMap<>();

    Templates() {
        for (LetterType type : LetterType.values()) {
            for (String language : LANGUAGES) {
                String file = file(type, language);
                templates.put(file, new Template(file, read(file), required(type)));
            }
        }
    }

    /** Any language but nb and sv reads English. */
    Template of(LetterType type, Locale language) {
        return templates.get(file(type, LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : "en"));
    }

    private static Set<String> required(LetterType type) {
        Set<String> required = new HashSet<>(ALWAYS);
        if (type.setsDeadline()) {
            required.add("deadline");
        }
        return required;
    }

    private static String file(LetterType type, String language) {
        return "house/processes/letters/" + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + language
                + ".txt";
    }

    private static String read(String file) {
        try (var stream = new ClassPathResource(file).getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The letter " + file + " cannot be read", e);
        }
    }
}
