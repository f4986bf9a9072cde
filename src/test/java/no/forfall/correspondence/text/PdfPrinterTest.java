package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.Country;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What the archives' own validator says of the letters. */
class PdfPrinterTest {

    private static final LetterWriter WRITER = Drafts.writer();

    @BeforeAll
    static void theValidatorIsReady() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> everyLetter() {
        return Stream.of(LetterType.values()).flatMap(type -> Stream.of(Country.values())
                .flatMap(country -> Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)
                        .map(flavour -> Arguments.of(type, country, flavour))));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void isForArchivesAndForReadersAlike(LetterType type, Country country, PDFAFlavour flavour) throws Exception {
        byte[] pdf = WRITER.write(Drafts.of(type, country, country == Country.SE ? "sv" : "nb"))
                .pdf();
        assertThat(faults(pdf, flavour)).isEmpty();
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
