package no.forfall.payments.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import no.forfall.intake.FileRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file on its way: it is read, or refused with a reason, and nothing else. */
class BrokenFilesTest {

    private static final int TRIES = 500;

    private static byte[] sample(String name) throws IOException {
        try (InputStream file = BrokenFilesTest.class.getResourceAsStream("/samples/" + name)) {
            return file.readAllBytes();
        }
    }

    /** @param needless what may be missing at the end: line breaks, and what fills the last record */
    @ParameterizedTest
    @CsvSource({"camt054.xml, 1, 7", "camt053.xml, 1, 11", "ocr-giro.txt, 41, 1", "bgmax.txt, 48, 1"})
    void refusesAFileWhereverItIsCut(String name, int needless, int step) throws IOException {
        byte[] whole = sample(name);
        assertThat(Reading.of(whole).lines).isNotEmpty();
        assertThat(Reading.of(Arrays.copyOf(whole, whole.length - needless)).amounts())
                .isEqualTo(Reading.of(whole).amounts());
        for (int kept = whole.length - needless - 1; kept > 60; kept -= step) {
            byte[] cut = Arrays.copyOf(whole, kept);
            assertThatExceptionOfType(FileRefused.class)
                    .as(name + " cut at " + kept)
                    .isThrownBy(() -> Reading.of(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camt054.xml", "camt053.xml", "ocr-giro.txt", "bgmax.txt"})
    void refusesOrReadsAFileWithWrongBytes(String name) throws IOException {
        byte[] whole = sample(name);
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] wrong = whole.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
            }
            try {
                Reading.of(wrong);
            } catch (FileRefused refusal) {
                assertThat(refusal.reason().nb()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isBetween(TRIES / 10, TRIES - 1);
    }
}
