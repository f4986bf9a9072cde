package no.forfall.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forfall.SharedData;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the numbers against vectors that others published, one row to a test. */
class ReferenceVectorsTest {

    private static final Pattern FIXED_LENGTH = Pattern.compile("fixed length (\\d+)");
    private static final KidRule MOD10 = new KidRule(EnumSet.of(CheckDigit.MOD10), Set.of());
    private static final KidRule MOD11 = new KidRule(EnumSet.of(CheckDigit.MOD11), Set.of());
    private static final OcrRule WITH_LENGTH = new OcrRule(true, Set.of());

    record Vector(String kind, String input, String expected, String detail) {}

    static Stream<Vector> vectors() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(SharedData.require("ids/vectors.csv"), StandardCharsets.UTF_8, format)) {
            List<Vector> all = rows.stream().map(ReferenceVectorsTest::vector).toList();
            assertThat(all).hasSizeGreaterThan(50);
            return all.stream();
        }
    }

    private static Vector vector(CSVRecord row) {
        return new Vector(row.get("kind"), row.get("input"), row.get("expected"), row.get("detail"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void agrees(Vector vector) {
        String input = vector.input();
        switch (vector.kind()) {
            case "KID-MOD10" -> isValid(vector, MOD10.accepts(input));
            case "KID-MOD10-or-MOD11", "KID-any" -> isValid(vector, KidRule.ANY.accepts(input));
            case "KID-MOD10-digit" -> assertThat(CheckDigit.MOD10.of(input)).hasToString(vector.expected());
            case "KID-MOD10-generate" -> isMade(vector, MOD10.of(input, input.length() + 1));
            case "KID-MOD11-generate" -> isMade(vector, MOD11.of(input, input.length() + 1));
            case "NO-ORGNR" -> isValid(vector, NorwegianNumbers.isOrganisation(input.replace(" ", "")));
            case "NO-ORGNR-generate" -> isMadeOrNot(vector, NorwegianNumbers.organisation(input));
            case "NO-KONTONR" -> isValid(vector, NorwegianNumbers.isAccount(input));
            case "NO-KONTONR-generate" -> isMadeOrNot(vector, NorwegianNumbers.account(input));
            case "NO-IBAN" ->
                isMade(
                        new Vector(vector.kind(), input, vector.expected().replace(" ", ""), ""),
                        NorwegianNumbers.iban(input));
            case "SE-OCR-check" -> isValid(vector, OcrRule.ANY.accepts(input));
            case "SE-OCR-length+check" -> isValid(vector, WITH_LENGTH.accepts(input));
            case "SE-OCR-generate" -> isMadeFromDigits(vector);
            case "SE-OCR-generate-fixed" -> isMade(vector, WITH_LENGTH.of(digits(input), fixedLength(vector)));
            case "SE-OCR-find-in-text" ->
                assertThat(OcrRule.ANY.in(input)).contains(vector.expected().split("\\|"));
            case "SE-BANKGIRO" -> isValid(vector, SwedishNumbers.isBankgiro(input));
            case "SE-PLUSGIRO" -> isValid(vector, SwedishNumbers.isPlusgiro(input));
            case "SE-ORGNR" -> isValid(vector, SwedishNumbers.isOrganisation(input));
            default -> throw new AssertionError("No test for " + vector.kind());
        }
    }

    private static void isValid(Vector vector, boolean valid) {
        assertThat(valid ? "valid" : "invalid").as(vector.toString()).isEqualTo(vector.expected());
    }

    private static void isMade(Vector vector, String made) {
        assertThat(made).as(vector.toString()).isEqualTo(vector.expected());
    }

    private static void isMadeOrNot(Vector vector, Optional<String> made) {
        assertThat(made.orElse("error")).as(vector.toString()).isEqualTo(vector.expected());
    }

    /** The vectors drop what is no digit, and some put a zero behind the body. */
    private static void isMadeFromDigits(Vector vector) {
        if (vector.expected().equals("error")) {
            assertThatIllegalArgumentException().isThrownBy(() -> WITH_LENGTH.of(vector.input()));
            return;
        }
        String padding = vector.detail().startsWith("pad 0") ? "0" : "";
        isMade(vector, WITH_LENGTH.of(digits(vector.input()) + padding));
    }

    private static int fixedLength(Vector vector) {
        Matcher length = FIXED_LENGTH.matcher(vector.detail());
        assertThat(length.find()).isTrue();
        return Integer.parseInt(length.group(1));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
