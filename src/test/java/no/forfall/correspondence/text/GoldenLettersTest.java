package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import no.forfall.policy.Tone;
import no.forfall.shared.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        isAsKept(text, name);
    }

    static Stream<Arguments> everyTone() {
        return Stream.of(LetterType.FEE_REMINDER, LetterType.COLLECTION_NOTICE)
                .flatMap(type -> Stream.of(Tone.FRIENDLY, Tone.FIRM).flatMap(tone -> HouseTexts.LANGUAGES.stream()
                        .map(language -> Arguments.of(type, tone, language))));
    }

    @ParameterizedTest
    @MethodSource("everyTone")
    void speaksInTheToneThatPolicyChose(LetterType type, Tone tone, String language) throws IOException {
        Draft neutral = Drafts.of(type, Country.NO, language);
        String text = WRITER.write(Drafts.in(tone, neutral)).text();
        List<String> lines = text.lines().toList();
        List<String> usual = WRITER.write(neutral).text().lines().toList();
        List<String> only = lines.stream().filter(line -> !usual.contains(line)).toList();
        isAsKept(
                String.join("\n", only) + "\n",
                String.join("-", type.name().toLowerCase(), tone.name().toLowerCase(), language));
    }

    static Stream<Arguments> everyOutcome() {
        return Stream.of("UPHELD", "CORRECTED", "REJECTED", "REJECTED_WAIVED")
                .flatMap(outcome -> HouseTexts.LANGUAGES.stream().map(language -> Arguments.of(outcome, language)));
    }

    @ParameterizedTest
    @MethodSource("everyOutcome")
    void answersAnObjectionAsItWasDecided(String outcome, String language) throws IOException {
        Rendered letter = WRITER.write(Drafts.decided(outcome, language));
        isAsKept(
                letter.subject() + "\n\n" + letter.text(), "dispute_decided-" + outcome.toLowerCase() + "-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "sv", "en"})
    void namesWhatIsDisputedAndDoesNotAskForIt(String language) throws IOException {
        check(Drafts.granted(language), "dispute_decided-granted-" + language);
        check(Drafts.objectedToAPart(language), "dispute_received-part-" + language);
        check(Drafts.withoutAPart(language), "collection_notice-part-" + language);
    }

    private static void isAsKept(String text, String name) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("forfall.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
