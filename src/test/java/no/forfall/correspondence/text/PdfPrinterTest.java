package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;
import no.forfall.shared.Country;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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
        String language = country == Country.SE ? "sv" : "nb";
        byte[] pdf = WRITER.write(Drafts.of(type, country, language)).pdf();
        assertThat(faults(pdf, flavour)).isEmpty();
        byte[] withPage = WRITER.write(Drafts.withPage(type, country, language)).pdf();
        assertThat(faults(withPage, flavour)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Country.class)
    void printsTheWayToThePageAsACodeThatLeadsThere(Country country) throws Exception {
        List<String> codes = codes(WRITER.write(Drafts.withPage(LetterType.FEE_REMINDER, country, "sv"))
                .pdf());
        assertThat(codes).contains(Drafts.PAGE).hasSize(country == Country.SE ? 2 : 1);
    }

    @Test
    void tellsSwedishBankAppsWhatIsToBePaidWhereToAndWithWhichReference() throws Exception {
        Draft draft = Drafts.of(LetterType.FEE_REMINDER, Country.SE, "sv");
        List<String> codes = codes(WRITER.write(draft).pdf());
        assertThat(codes).hasSize(1);
        JsonNode paid = new JsonMapper().readTree(codes.get(0));
        assertThat(paid.get("uqr").asInt()).isEqualTo(1);
        assertThat(paid.get("pt").asText() + paid.get("acc").asText()).isEqualTo("BG5050-1055");
        assertThat(paid.get("iref").asText()).isEqualTo("0020261187");
        assertThat(paid.get("idt").asText()).isEqualTo("20260504");
        assertThat(paid.get("ddt").asText()).isEqualTo("20260803");
        assertThat(paid.get("due").decimalValue())
                .isEqualByComparingTo(draft.demand().total().getAmount());
    }

    /** What a camera would read from the pictures of a letter. */
    private static List<String> codes(byte[] pdf) throws Exception {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject picture) {
                    BufferedImage seen = picture.getImage();
                    int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
                    var light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
                    codes.add(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(light)))
                            .getText());
                }
            }
        }
        return codes;
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
