package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final String HEAD = "Subject: Invoice {{invoiceNumber}}\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {"{{balance}}", "{{#disputed}}x{{/disputed}}", "{{debtor.class}}", "{{#claim}}{{iban}}{{/claim}}"
            })
    void refusesAFieldThatDoesNotExist(String tag) {
        assertThatThrownBy(() -> new Template("x.txt", HEAD + tag, Set.of()))
                .hasMessageContaining("x.txt")
                .hasMessageContaining("unknown field");
    }

    @Test
    void refusesToIncludeAnotherFile() {
        assertThatThrownBy(() -> new Template("x.txt", HEAD + "{{>application.yml}}", Set.of()))
                .hasStackTraceContaining("cannot include another file");
    }

    @Test
    void refusesALetterThatDoesNotSayWhatComesNext() {
        assertThatThrownBy(() -> new Template("x.txt", HEAD + "{{claim}}", Set.of("claim", "nextStepOn")))
                .hasMessage("x.txt does not use [nextStepOn], which this letter must say");
    }

    @Test
    void refusesALetterWithoutASubject() {
        assertThatThrownBy(() -> new Template("x.txt", "Dear {{debtor}}\n\nPlease pay.", Set.of()))
                .hasMessageContaining("Subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will report you to the police.",
                "Du får en betalingsanmerkning.",
                "Annars får du en betalningsanmärkning.",
                "Costs will be added."
            })
    void refusesAThreat(String threat) {
        assertThatThrownBy(() -> new Template("x.txt", HEAD + threat, Set.of())).hasMessageContaining("threat");
    }

    @Test
    void leavesNoTraceOfAnAbsentField() {
        Wording wording = new Template("x.txt", HEAD + "For{{#description}} {{description}}{{/description}}.", Set.of())
                .fill(Map.of("invoiceNumber", "7", "description", ""));
        assertThat(wording).isEqualTo(new Wording("Invoice 7", java.util.List.of(Block.of("For."))));
    }

    @Test
    void explainsEveryFieldToTheDesigner() throws IOException {
        assertThat(Files.readString(Path.of("processes", "letters", "README.md")))
                .contains(Arrays.stream(LetterField.values())
                        .map(field -> "`" + field.tag() + "`")
                        .toList());
    }

    @Test
    void hasEveryWordInEveryLanguage() throws IOException {
        Set<Object> english = labels("").keySet();
        assertThat(labels("_nb").keySet()).isEqualTo(english);
        assertThat(labels("_sv").keySet()).isEqualTo(english);
    }

    private static Properties labels(String language) throws IOException {
        Properties labels = new Properties();
        try (var stream = TemplateTest.class.getResourceAsStream("/messages/letters" + language + ".properties")) {
            labels.load(stream);
        }
        return labels;
    }
}
