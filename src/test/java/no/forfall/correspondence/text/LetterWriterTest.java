package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.Country;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWriterTest {

    private static final LetterWriter WRITER = Drafts.writer();
    private static final Path SAMPLES = Path.of("target", "letters");

    static Stream<Arguments> everyLetter() {
        return Stream.of(LetterType.values())
                .flatMap(type -> Stream.of(Country.values()).flatMap(country -> HouseTexts.LANGUAGES.stream()
                        .map(language -> Arguments.of(type, country, language))));
    }

    /** The samples in {@code target/letters} are there to be looked at. */
    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysTheSameInAllThreeShapes(LetterType type, Country country, String language) throws IOException {
        Draft draft = Drafts.of(type, country, language);
        Formats formats = new Formats(draft.language());
        Rendered letter = WRITER.write(draft);
        Files.createDirectories(SAMPLES);
        String name = String.join("-", type.name().toLowerCase(), country.name(), language);
        Files.write(SAMPLES.resolve(name + ".pdf"), letter.pdf());
        Files.writeString(SAMPLES.resolve(name + ".html"), letter.html());
        Files.writeString(SAMPLES.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());

        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            String page = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            for (String shape : new String[] {letter.text(), letter.html(), page}) {
                String text = shape.replaceAll("[\\s\\u00a0]+", " ");
                assertThat(text).doesNotContain("{{", "}}", "null", "\u0001", "\u0002");
                assertThat(text)
                        .contains(String.valueOf(draft.invoice().creditor().email()));
                if (!type.demands()) {
                    continue;
                }
                assertThat(text)
                        .contains(
                                "20261187",
                                "0020261187",
                                plain(formats.date(draft.invoice().issuedOn())),
                                plain(formats.date(draft.nextStepOn())),
                                plain(
                                        formats.money(draft.demand().principal())
                                                        .equals(formats.money(
                                                                draft.demand().invoiced()))
                                                ? formats.money(draft.demand().invoiced())
                                                : formats.money(
                                                        draft.demand().reduced().negated())),
                                plain(formats.money(draft.demand().principal())),
                                plain(formats.money(draft.demand().total())));
                if (draft.deadline() != null) {
                    assertThat(text)
                            .contains(
                                    plain(formats.date(draft.deadline())),
                                    plain(formats.money(draft.demand().newFee())),
                                    plain(formats.money(draft.demand().interest())));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void fitsOnOneSheetAlsoWithTheWayToThePage(LetterType type, Country country, String language) throws IOException {
        try (PDDocument document = Loader.loadPDF(
                WRITER.write(Drafts.withPage(type, country, language)).pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void writesANameFromOutsideAsTextOnly() {
        Rendered letter = WRITER.write(Drafts.of(
                LetterType.FEE_REMINDER, Country.NO, "nb", "<script>x</script>{{claim}}\u0001\r\nBcc: a@b.example"));
        assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(letter.text()).contains("{{claim}}").doesNotContain("\u0001");
        assertThat(letter.subject().lines()).hasSize(1);
    }
}
