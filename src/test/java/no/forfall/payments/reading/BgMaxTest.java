package no.forfall.payments.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.forfall.SharedData;
import no.forfall.intake.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgMaxTest {

    private static String start() {
        return "01%-20s0120260304173035010331P".formatted("BGMAX");
    }

    private static String opening(String currency) {
        return "050054310987          " + currency;
    }

    /** @param code of the reference: 2 when it was controlled */
    private static String payment(String record, String reference, long minor, String code, int number) {
        return "%s0009912346%25s%018d%s1%012d0".formatted(record, reference, minor, code, number);
    }

    private static String deposit(long minor, int payments) {
        return "15%035d2026030400056%018dSEK%08d".formatted(58410000010098232L, minor, payments);
    }

    private static String end(int payments, int deductions, int extras, int deposits) {
        return "70%08d%08d%08d%08d".formatted(payments, deductions, extras, deposits);
    }

    private static String file(String... records) {
        List<String> padded = new ArrayList<>();
        for (String record : records) {
            padded.add("%-80s".formatted(record));
        }
        return String.join("\r\n", padded) + "\r\n";
    }

    private static void isRefused(String file, String because) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> Reading.of(file))
                .satisfies(refusal -> {
                    assertThat(refusal.reason().en()).contains(because);
                    assertThat(refusal.mend().nb()).isNotBlank();
                });
    }

    @Test
    void readsTheFileOfAnotherParser() {
        Reading reading = Reading.of(SharedData.require("bgmax/BgMaxfil4.txt"));
        assertThat(reading.amounts())
                .containsExactly(
                        "SEK 1800.00 665760 + 665869 + 665661 + 657775",
                        "SEK 1900.00 524967",
                        "SEK 1700.00 573964",
                        "SEK 300.00 573865",
                        "SEK 500.00 525865",
                        "SEK 500.00 525766",
                        "SEK 500.00 535765",
                        "SEK 1000.00 7495575",
                        "SEK 500.00 695668",
                        "SEK 400.00 8988777",
                        "SEK -500.00 74450",
                        "EUR 3000.00 8012577 + 8013575 + 8014573",
                        "EUR 1000.00 525766");
        assertThat(reading.lines).extracting(BankLine::payer).contains("Olles färg AB", "Kalles Plåt AB");
        assertThat(reading.lines).allSatisfy(line -> {
            assertThat(line.account()).isEqualTo("9912346");
            assertThat(line.bookedOn()).isEqualTo(LocalDate.parse("2004-05-25"));
        });
        assertThat(reading.lines.get(0).text()).isEqualTo("Betalning med extra refnr 665869 657775 665661 665760");
        assertThat(reading.keys).doesNotHaveDuplicates();
    }

    @Test
    void readsTheSmallestFile() {
        assertThat(Reading.of(SharedData.require("bgmax/minimal.txt")).amounts())
                .containsExactly("SEK 1100.00 650861");
    }

    @Test
    void refusesWhatIsNoPaymentFile() {
        var file = SharedData.require("bgmax/not_bgmax_at_all.pdf");
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> Reading.of(file))
                .satisfies(refusal -> assertThat(refusal.reason().en()).contains("amount, booked, currency"));
    }

    @Test
    void deductsWhatThePayerDeducted() {
        Reading reading = Reading.of(file(
                start(),
                opening("SEK"),
                payment("20", "1001", 100_00, "3", 1),
                payment("21", "1002", 30_00, "3", 1),
                deposit(70_00, 2),
                end(1, 1, 0, 1)));
        assertThat(reading.amounts()).containsExactly("SEK 100.00 1001", "SEK -30.00 1002");
        assertThat(reading.keys)
                .containsExactly(
                        "bgmax:54310987:2026-03-04:00056:20:000000000001:1:1",
                        "bgmax:54310987:2026-03-04:00056:21:000000000001:1:1");
    }

    @Test
    void takesAReferenceThatNobodyControlledAsOneOnlyWhenItIsOneWord() {
        Reading reading = Reading.of(file(
                start(),
                opening("SEK"),
                payment("20", "63600", 100, "3", 1),
                payment("20", "Faktnr: 63600", 100, "5", 2),
                payment("20", "63600, 63601", 100, "3", 3),
                "25och resten senare",
                payment("20", "", 100, "0", 4),
                deposit(400, 4),
                end(4, 0, 0, 1)));
        assertThat(reading.lines).extracting(BankLine::reference).containsExactly("63600", null, null, null);
        assertThat(reading.lines)
                .extracting(BankLine::text)
                .containsExactly(null, "Faktnr: 63600", "63600, 63601 och resten senare", null);
    }

    @Test
    void sharesAPaymentOnlyWhenThePartsAreTold() {
        String extra = payment("22", "1002", 40, "2", 1);
        assertThat(Reading.of(withExtras(payment("22", "1001", 60, "2", 1), extra))
                        .amounts())
                .containsExactly("SEK 0.60 1001", "SEK 0.40 1002");
        assertThat(Reading.of(withExtras(payment("22", "1001", 0, "2", 1), extra))
                        .amounts())
                .containsExactly("SEK 1.00 1001 + 1002");
    }

    private static String withExtras(String one, String other) {
        return file(
                start(), opening("SEK"), payment("20", "", 100, "0", 1), one, other, deposit(100, 1), end(1, 0, 2, 1));
    }

    @Test
    void readsUtf8AndAByteOrderMarkAsWellAsLatinOne() {
        String file = file(
                start(),
                opening("SEK"),
                payment("20", "1001", 100, "2", 1),
                "26Åkes Plåt",
                deposit(100, 1),
                end(1, 0, 0, 1));
        for (byte[] bytes : List.of(
                file.getBytes(StandardCharsets.ISO_8859_1),
                file.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + file).getBytes(StandardCharsets.UTF_8))) {
            assertThat(Reading.of(bytes).lines.get(0).payer()).isEqualTo("Åkes Plåt");
        }
    }

    @Test
    void refusesACutFileWhereverItIsCut() {
        String[] lines = file(
                        start(), opening("SEK"), payment("20", "1001", 100, "2", 1), deposit(100, 1), end(1, 0, 0, 1))
                .split("\r\n");
        for (int kept = 1; kept < lines.length; kept++) {
            isRefused(String.join("\n", List.of(lines).subList(0, kept)), "it is cut");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7000000001, 7000000020, 'Number of records 20: line 5 says 20'",
        "000000000000000100SEK, 000000000000000101SEK, 'Sum: line 4 says 1.01, but the file has 1.00'",
        "SEK00000001, SEK00000002, 'Number of records 20/21: line 4 says 2'",
        "100SEK, 100EUR, positions 69 to 71",
        "20260304000, 20260231000, positions 38 to 45",
        "1500000, 1600000, Line 5"
    })
    void refusesWhatDoesNotFit(String right, String wrong, String because) {
        String file =
                file(start(), opening("SEK"), payment("20", "1001", 100, "2", 1), deposit(100, 1), end(1, 0, 0, 1));
        assertThat(file).contains(right);
        isRefused(file.replaceFirst(right, wrong), because);
    }

    @Test
    void refusesAnExtraReferenceOfAnotherPayment() {
        isRefused(withExtras(payment("22", "1001", 60, "2", 1), payment("22", "1002", 40, "2", 2)), "Line 5");
    }
}
