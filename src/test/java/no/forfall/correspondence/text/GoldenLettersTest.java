package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every letter of the house word for word, so that no change of a text, a field or a form of dates slips by unread. With
 * {@code -Dforfall.write=true} the files are written anew, to be read before they are kept.
 */
class GoldenLettersTest {

    private static final LetterWriter WRITER = Drafts.writer();
    private static final Path GOLDEN = Path.of("src", "test", "resources", "letters");

    static Stream<Arguments> everyLetter() {
        return Stream.of(LetterType.values())
                .flatMap(type -> Stream.of(Country.values()).flatMap(country -> HouseTexts.LANGUAGES.stream()
                        .map(language -> Arguments.of(type, country, language))));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysWordForWordWhatItSaid(LetterType type, Country country, String language) throws IOException {
        check(
                Drafts.of(type, country, language),
                String.join("-", type.name().toLowerCase(), country.name().toLowerCase(), language));
    }

    @Test
    void namesThePageOfTheDebtorWhereTheHouseHasOne() throws IOException {
        check(Drafts.withPage(LetterType.FEE_REMINDER, Country.NO, "nb"), "fee_reminder-no-nb-page");
    }

    private static void check(Draft draft, String name) throws IOException {
        Rendered letter = WRITER.write(draft);
        String text = letter.subject() + "\n\n" + letter.text();
        Path golden = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("forfall.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
