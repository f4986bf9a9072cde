package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGateTest {

    private static final String GOOD = """
            Subject: Reminder of invoice {{invoiceNumber}}

            Dear {{debtor}}, please pay invoice {{invoiceNumber}} of {{invoiceDate}} by {{deadline}}.

            {{claim}}

            {{payment}}

            What comes next comes on {{nextStepOn}}. You reach us at {{contact}}.

            {{creditor}}
            """;

    static Stream<Arguments> refusedDrafts() {
        return Stream.of(
                refused("no subject", GOOD.replace("Subject: ", ""), "must begin with a line"),
                refused(
                        "a subject of two lines",
                        GOOD.replace("{{invoiceNumber}}\n\n", "\nx\n\n"),
                        "must begin with a line"),
                refused("no claim", GOOD.replace("{{claim}}\n\n", ""), "principal and additions apart"),
                refused("no way to pay", GOOD.replace("{{payment}}\n\n", ""), "how to pay"),
                refused("no deadline", GOOD.replace("{{deadline}}", "soon"), "last day to pay"),
                refused("no next step", GOOD.replace("{{nextStepOn}}", "later"), "when the next step comes"),
                refused("no way to object", GOOD.replace("{{contact}}", "the door"), "how to object"),
                refused("no creditor", GOOD.replace("{{creditor}}", "Us"), "who demands the money"),
                refused(
                        "a deadline only sometimes",
                        GOOD.replace("{{deadline}}", "{{#newFee}}{{deadline}}{{/newFee}}"),
                        "stands in a section"),
                refused("a table inside a sentence", GOOD.replace("\n\n{{claim}}\n\n", " {{claim}} "), "is a table"),
                refused("a threat in Norwegian", GOOD + "Vi anmelder deg til politiet.\n", "threatens with the police"),
                refused("a threat in Swedish", GOOD + "Annars går det till Kronofogden.\n", "courts and enforcement"),
                refused("a threat in English", GOOD + "We will take you to court.\n", "courts and enforcement"),
                refused("a payment remark", GOOD + "Du får en betalingsanmerkning.\n", "payment remark"),
                refused("costs as if certain", GOOD + "Costs will be added.\n", "announces costs"),
                refused("shame", GOOD + "Det är en skam att inte betala.\n", "shames the reader"),
                refused("disclosure", GOOD + "Vi kontakter din arbeidsgiver.\n", "telling others"),
                refused(
                        "the debt in the subject",
                        GOOD.replace("Reminder of", "Your debt on"),
                        "tells everybody who sees it"),
                refused("the amount in the subject", GOOD.replace("Reminder of", "{{amount}} for"), "in the subject"),
                refused("HTML", GOOD + "<b>Pay now</b>\n", "is HTML"),
                refused("a script", GOOD + "<script>alert(1)</script>\n", "is HTML"),
                refused("an external image", GOOD + "![logo](https://evil.example/x.png)\n", "is a link or an image"),
                refused("a link", GOOD + "Pay at www.pay.example\n", "is a link or an image"),
                refused("another file", GOOD + "{{>application.yml}}\n", "cannot include another file"),
                refused("an unknown field", GOOD + "{{balance}}\n", "no field “balance”"),
                refused("the machine behind a field", GOOD + "{{debtor.class}}\n", "no field “debtor.class”"),
                refused("an open section", GOOD + "{{#newFee}} x\n", "cannot be read"),
                refused("new delimiters", GOOD + "{{=<% %>=}}<%balance%>\n", "no field “balance”"),
                refused("a control character", GOOD + "x\u0001y\n", "cannot be printed"),
                refused("a book", GOOD + "word ".repeat(1_300), "longer than"));
    }

    private static Arguments refused(String what, String draft, String because) {
        return Arguments.of(what, draft, because);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedDrafts")
    void refusesADraftAndSaysWhy(String what, String draft, String because) {
        assertThat(TextGate.check(LetterType.FEE_REMINDER, draft)).anySatisfy(finding -> {
            assertThat(finding.reason().en()).contains(because);
            assertThat(finding.reason().nb())
                    .isNotBlank()
                    .isNotEqualTo(finding.reason().en());
            assertThat(finding.reason().sv())
                    .isNotBlank()
                    .isNotEqualTo(finding.reason().nb());
        });
    }

    @Test
    void takesAGoodDraftAndAsksForADeadlineOnlyWhereTheLetterGivesOne() {
        assertThat(TextGate.check(LetterType.FEE_REMINDER, GOOD)).isEmpty();
        assertThat(TextGate.check(LetterType.FRIENDLY_REMINDER, GOOD.replace("{{deadline}}", "soon")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"We will tell your employer.", "Du er useriøs."})
    void letsASecondPersonDecideAboutWordsOnly(String words) {
        assertThat(TextGate.check(LetterType.FEE_REMINDER, GOOD + words))
                .singleElement()
                .satisfies(finding -> assertThat(finding.overridable()).isTrue());
        assertThat(TextGate.check(LetterType.FEE_REMINDER, GOOD + "<b>"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.overridable()).isFalse());
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(TextGate.check(
                        LetterType.FEE_REMINDER,
                        GOOD.replace("{{payment}}\n\n", "").replace("{{contact}}", "us") + "<i>police</i>"))
                .hasSize(4);
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
        try (var stream = TextGateTest.class.getResourceAsStream("/messages/letters" + language + ".properties")) {
            labels.load(stream);
        }
        return labels;
    }
}
