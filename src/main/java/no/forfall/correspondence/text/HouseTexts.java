package no.forfall.correspondence.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forfall.correspondence.LetterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts that come with the house, read and checked at start-up. */
@Component
public class HouseTexts {

    /** The languages of the letters. */
    public static final List<String> LANGUAGES = List.of("nb", "sv", "en");

    private final Map<String, String> texts = new HashMap<>();

    HouseTexts() {
        for (LetterType type : LetterType.values()) {
            for (String language : LANGUAGES) {
                String file = file(type, language);
                String text = read(file);
                TextGate.check(type, text).stream().findFirst().ifPresent(wrong -> {
                    throw new IllegalStateException(file + ": " + wrong.reason().en());
                });
                texts.put(file, text);
            }
        }
    }

    /** @param language nb, sv or en */
    public String of(LetterType type, String language) {
        String text = texts.get(file(type, language));
        if (text == null) {
            throw new IllegalArgumentException("Letters are not written in " + language);
        }
        return text;
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
