package no.forfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

class HouseWordsTest {

    private static final Locale NORWEGIAN = Locale.forLanguageTag("nb");

    private final MessageSource messages = messages();
    private final HouseWords words = new HouseWords(messages);

    private static MessageSource messages() {
        try {
            return new LanguageConfiguration().messageSource();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).toList();
        }
    }

    static List<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString().replace(".form", ""))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void knowEveryNameColumnAndNoteOfTheHouseTables(Path table) {
        DmnModelInstance model = Dmn.readModelFromFile(table.toFile());

        assertThat(Stream.of(
                                model.getModelElementsByType(Decision.class).stream()
                                        .map(NamedElement::getName),
                                model.getModelElementsByType(Input.class).stream()
                                        .map(Input::getLabel),
                                model.getModelElementsByType(Rule.class).stream()
                                        .map(rule -> rule.getDescription().getTextContent()))
                        .flatMap(texts -> texts))
                .isNotEmpty()
                .allSatisfy(this::isKnown);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void knowEveryForm(String form) {
        isKnown(form);
    }

    @Test
    void leaveWhatADesignerWroteAsItIs() {
        assertThat(words.in("Days overdue", NORWEGIAN)).isEqualTo("Dager etter forfall");
        assertThat(words.in("Days overdue, by my reckoning", NORWEGIAN)).isEqualTo("Days overdue, by my reckoning");
    }

    private void isKnown(String text) {
        assertThat(messages.getMessage(HouseWords.key(text), null, null, NORWEGIAN))
                .as(text)
                .isNotNull();
    }
}
