package no.forfall.payments.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.forfall.SharedData;
import no.forfall.intake.FileRefused;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrGiroTest {

    private static final String START = record("NY000010000080800170031000102000");
    private static final String ASSIGNMENT = record("NY090020001008566000000286011117947");

    private static String record(String beginning) {
        return beginning + "0".repeat(80 - beginning.length());
    }

    /** @param sign 0 or a hyphen */
    private static List<String> payment(String type, int number, String sign, int minor, String kid, String text) {
        String key = "%07d".formatted(number);
        List<String> records = new ArrayList<>();
        records.add(record("NY09%s30%s0403261320101464%s%017d%25s".formatted(type, key, sign, minor, kid)));
        records.add(record("NY09%s31%s96368271940990385620000000020326%s".formatted(type, key, "12345678903")));
        if (text != null) {
            records.add(record("NY09%s32%s%-40s".formatted(type, key, text)));
        }
        return records;
    }

    private static String file(List<String> payments, long count, long sum) {
        int records = payments.size() + 2;
        List<String> all = new ArrayList<>(List.of(START, ASSIGNMENT));
        all.addAll(payments);
        all.add(record("NY090088%08d%08d%017d040326040326040326".formatted(count, records, sum)));
        all.add(record("NY000089%08d%08d%017d040326".formatted(count, records + 2, sum)));
        return String.join("\r\n", all) + "\r\n";
    }

    private static void isRefused(String file, String because) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> Reading.of(file))
                .satisfies(refusal -> {
                    assertThat(refusal.reason().en()).contains(because);
                    assertThat(refusal.mend().sv()).isNotBlank();
                });
    }

    @Test
    void readsTheFileOfAnotherParser() {
        Reading reading = Reading.of(SharedData.require("ocr-giro/ocr_giro_transactions.txt"));
        assertThat(reading.lines).hasSize(20);
        assertThat(reading.lines.stream().map(BankLine::amount).reduce(Money::plus))
                .hasValue(Money.parse("NOK 51449.00"));
        assertThat(reading.lines.get(0))
                .isEqualTo(new BankLine(
                        LocalDate.parse("1992-01-20"),
                        Money.parse("NOK 1020.00"),
                        "0000531",
                        "99990512341",
                        "99991042764",
                        "Foo bar baz"));
        assertThat(reading.lines.get(7).reference()).isEqualTo("02212291038306");
        assertThat(reading.keys).doesNotHaveDuplicates();
        assertThat(reading.notices).isEmpty();
    }

    @Test
    void takesBackWhatIsNegativeOrReversed() {
        List<String> payments = new ArrayList<>(payment("10", 1, "0", 10_000, "0010017", null));
        payments.addAll(payment("15", 2, "-", 2_500, "0010025", null));
        payments.addAll(payment("18", 3, "0", 1_000, "0010033", null));
        payments.addAll(payment("20", 4, "-", 500, "", "Retur av kjøp"));
        payments.addAll(payment("21", 5, "0", 700, "", "Kjøp"));
        Reading net = Reading.of(file(payments, 5, 6_700));
        assertThat(net.amounts())
                .containsExactly(
                        "NOK 100.00 0010017",
                        "NOK -25.00 0010025",
                        "NOK -10.00 0010033",
                        "NOK -5.00 null",
                        "NOK 7.00 null");
        assertThat(net.lines.get(3).text()).isEqualTo("Retur av kjøp");
        assertThat(Reading.of(file(payments, 5, 14_700)).amounts()).isEqualTo(net.amounts());
        isRefused(file(payments, 5, 6_701), "Sum: line 15 says 67.01, but the file has 67.00");
    }

    @Test
    void readsLatinOneAndAByteOrderMark() {
        String file = file(payment("21", 1, "0", 700, "", "Blåbær"), 1, 700);
        assertThat(Reading.of(file.getBytes(StandardCharsets.ISO_8859_1))
                        .lines
                        .get(0)
                        .text())
                .isEqualTo("Blåbær");
        assertThat(Reading.of("\ufeff" + file).lines.get(0).text()).isEqualTo("Blåbær");
    }

    @Test
    void knowsAPaymentThatIsSentAgainInAnotherTransmission() {
        String file = file(payment("10", 1, "0", 700, "0010017", null), 1, 700);
        String again = file.replace("0000010000080800170031", "0000010000080800170032")
                .replace("3000000010403261320101464", "3000000010403261320101465");
        assertThat(again).isNotEqualTo(file);
        Mark mark = Reading.of(file).marks.get(0);
        assertThat(Reading.of(again).marks).containsExactly(mark);
        assertThat(mark.bankReference()).isEqualTo("9636827194099038562");
    }

    @Test
    void passesOverMandates() {
        String file = file(payment("10", 1, "0", 700, "0010017", null), 1, 700);
        String mandates = String.join(
                "\r\n",
                record("NY212420000000000000000182000194501"),
                "NY21947000000011                 55405419J00000000000000000000000000000000000000",
                record("NY2124880000000100000003"),
                "NY000089");
        String both =
                file.replace("NY000089", mandates).replace("NY0000890000000100000006", "NY0000890000000200000009");
        Reading reading = Reading.of(both);
        assertThat(reading.amounts()).containsExactly("NOK 7.00 0010017");
        assertThat(reading.notices).singleElement().asString().contains("1 assignments of other services");
    }

    @Test
    void refusesACutFileWhereverItIsCut() {
        String file = file(payment("10", 1, "0", 700, "0010017", null), 1, 700);
        String[] lines = file.split("\r\n");
        for (int kept = 1; kept < lines.length; kept++) {
            isRefused(String.join("\n", List.of(lines).subList(0, kept)), "it is cut");
        }
        isRefused(file.substring(0, file.length() - 60), "cannot be read");
        isRefused(String.join("\n", List.of(lines).subList(1, lines.length)), "does not belong here");
    }

    @ParameterizedTest
    @CsvSource({
        "NY09008800000001, NY09008800000002, 'Number of transactions: line 5 says 2, but the file has 1'",
        "NY0900880000000100000004, NY0900880000000100000005, 'Number of records: line 5'",
        "NY0000890000000100000006, NY0000890000000100000007, 'Number of records: line 6 says 7'",
        "NY091031, NY091131, Line 4",
        "NY0910310000001, NY0910310000002, Line 4",
        "040326132, 310226132, positions 16 to 21",
        "00000000000000700, 0000000000000o700, positions 33 to 49",
        "86011117947, 8601I117947, positions 25 to 35"
    })
    void refusesWhatDoesNotFit(String right, String wrong, String because) {
        String file = file(payment("10", 1, "0", 700, "0010017", null), 1, 700);
        assertThat(file).contains(right);
        isRefused(file.replaceFirst(right, wrong), because);
    }

    @Test
    void refusesASecondFileBehindTheFirst() {
        String file = file(payment("10", 1, "0", 700, "0010017", null), 1, 700);
        isRefused(file + file, "Line 7");
    }
}
