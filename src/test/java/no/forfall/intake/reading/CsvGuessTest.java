package no.forfall.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.forfall.intake.FileRefused;
import no.forfall.intake.Finding;
import no.forfall.intake.IncomingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a file of another program is recognised, and what its lines become with a mapping. */
class CsvGuessTest {

    private static final List<CsvField> FIELDS = List.of(
            CsvField.text("invoice", "fakturanr").mustBeSaid(),
            CsvField.date("due", "forfall", "forfallsdato", "förfallodatum").mustBeSaid(),
            CsvField.amount("amount", "beløp", "belopp").mustBeSaid(),
            CsvField.text("currency", "valuta").mustBeSaid().mayHoldForAll());

    @TempDir
    Path folder;

    private IncomingFile file(String text, Charset charset) throws IOException {
        return IncomingFile.copy(
                new ByteArrayInputStream(text.getBytes(charset)), folder.resolve("file.csv"), "file.csv", "kari");
    }

    private CsvShape shape(String text) throws IOException {
        return CsvGuess.shape(file(text, StandardCharsets.UTF_8));
    }

    @Test
    void recognisesTheEncodingByTheBytes() throws IOException {
        assertThat(CsvGuess.encoding(file("Beløp", StandardCharsets.UTF_8))).isEqualTo(Encoding.UTF_8);
        assertThat(CsvGuess.encoding(file("\ufeffBeløp", StandardCharsets.UTF_8)))
                .isEqualTo(Encoding.UTF_8);
        assertThat(CsvGuess.encoding(file("Beløp", StandardCharsets.ISO_8859_1)))
                .isEqualTo(Encoding.ISO_8859_1);
    }

    @Test
    void leavesAByteOrderMarkOutOfTheFirstColumn() throws IOException {
        IncomingFile file = file("\ufeffNr;Beløp\n1;2,00\n", StandardCharsets.UTF_8);
        try (CsvRecords records = CsvRecords.of(file, CsvGuess.shape(file))) {
            assertThat(records.columns()).containsExactly("Nr", "Beløp");
        }
    }

    @Test
    void recognisesTheSeparatorThatIsAlikeInAllLines() throws IOException {
        assertThat(shape("Nr;Sum\n1;1 250,00\n2;3,50\n").separator()).isEqualTo(';');
        assertThat(shape("Nr,Sum\n1,\"1 250,00; delt\"\n2,\"3,50\"\n").separator())
                .isEqualTo(',');
        assertThat(shape("Nr\tSum\n1\t1,50\n").separator()).isEqualTo('\t');
        assertThat(shape("Nr|Sum\n1|1,50\n").separator()).isEqualTo('|');
    }

    @Test
    void recognisesWhetherTheFirstLineNamesTheColumns() throws IOException {
        assertThat(shape("Nr;Forfall\n1;24.03.2026\n").header()).isTrue();
        assertThat(shape("F-1;24.03.2026\nF-2;25.03.2026\n").header()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 250,00|,",
                "1.250,00|,",
                "1250,5|,",
                "1,250.00|.",
                "1250.5|.",
                "-12.50|.",
                "1.234|,",
                "24.03.26|,"
            })
    void recognisesTheDecimalSign(String amount, char decimal) throws IOException {
        assertThat(shape("Nr;Sum\n1;" + amount + "\n").decimal()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource({
        "24.03.2026,NORDIC",
        "1.2.2026,NORDIC",
        "2026-03-24,ISO",
        "24/03/2026,SLASHES",
        "03/24/2026,AMERICAN",
        "24-03-2026,DASHES",
        "2026/03/24,ISO_SLASHES",
        "2026-03-24 00:00:00,ISO",
        "20260324,NORDIC",
        "24.03.26,NORDIC",
        "240326,NORDIC"
    })
    void recognisesDatesButNotWithoutSignsOrWithAShortYear(String date, DateFormat format) throws IOException {
        assertThat(shape("Nr;Forfall\n1;" + date + "\n").dates()).isEqualTo(format);
    }

    @Test
    void findsColumnsByTheirNamesInTheLanguagesOfTheHouse() {
        assertThat(CsvGuess.columns(
                        List.of("Fakturanr.", "Forfalls-dato", "Beløp eks. mva", "BELØP", "Valuta"), FIELDS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "invoice", "Fakturanr.", "due", "Forfalls-dato", "amount", "BELØP", "currency", "Valuta"));
        assertThat(CsvGuess.columns(List.of("Förfallodatum", "Belopp SEK"), FIELDS))
                .containsExactlyInAnyOrderEntriesOf(Map.of("due", "Förfallodatum", "amount", "Belopp SEK"));
        assertThat(CsvGuess.columns(List.of("Beløp eks. mva"), FIELDS)).isEmpty();
    }

    private List<CsvLine> read(String text, CsvMapping mapping, List<Finding> bad) throws IOException {
        List<CsvLine> lines = new ArrayList<>();
        new CsvFile(file(text, StandardCharsets.ISO_8859_1).with(mapping), FIELDS).forEach(lines::add, bad::add);
        return lines;
    }

    private static CsvMapping mapping(CsvShape shape, Map<String, String> columns) {
        return new CsvMapping("test", shape, List.of(), columns, Map.of("currency", "NOK"));
    }

    private static final Map<String, String> COLUMNS = Map.of("invoice", "Nr", "due", "Forfall", "amount", "Beløp");

    @Test
    void turnsRecordsIntoOurLinesAndFillsWhatTheFileDoesNotSay() throws IOException {
        CsvShape shape = new CsvShape(null, ';', true, ',', DateFormat.COMPACT_NORDIC_SHORT);
        List<Finding> bad = new ArrayList<>();
        List<CsvLine> lines =
                read("Beløp;Nr;Forfall\n1.234;A1;240326\n;;\n-1 234,5;A2;010226\n", mapping(shape, COLUMNS), bad);
        assertThat(bad).isEmpty();
        assertThat(lines)
                .extracting(CsvLine::values)
                .containsExactly(
                        Map.of("invoice", "A1", "due", "2026-03-24", "amount", "1234", "currency", "NOK"),
                        Map.of("invoice", "A2", "due", "2026-02-01", "amount", "-1234.5", "currency", "NOK"));
        assertThat(lines.get(1).money("amount", "currency", null).toString()).isEqualTo("NOK -1234.50");
    }

    @Test
    void readsAFileWithoutAHeaderFromItsFirstLine() throws IOException {
        CsvShape shape = new CsvShape(Encoding.WINDOWS_1252, ';', false, '.', DateFormat.ISO);
        List<CsvLine> lines = read(
                "A1;2026-03-24;1,234.00\n",
                mapping(shape, Map.of("invoice", "#1", "due", "#2", "amount", "#3")),
                new ArrayList<>());
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(1);
            assertThat(line.values()).containsEntry("amount", "1234.00");
        });
    }

    @Test
    void refusesWhatIsNotWrittenAsTheMappingSays() throws IOException {
        CsvShape shape = new CsvShape(null, ';', true, ',', DateFormat.NORDIC);
        List<Finding> bad = new ArrayList<>();
        read(
                "Nr;Forfall;Beløp\nA;31.02.2026;1,00\nB;24.03.2026;1.50\nC;24.03.2026;1.2345\nD;24.03.2026;1,234.00\n"
                        + "E;24.03.2026\nF;24.03.2026;999999999999999\n",
                mapping(shape, COLUMNS),
                bad);
        assertThat(bad).extracting(Finding::line).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(bad.get(0).reason().en()).isEqualTo("“31.02.2026” is no date of the form dd.MM.yyyy.");
        assertThat(bad.get(1).reason().en()).isEqualTo("“1.50” is no amount with at most two decimals behind “,”.");
    }

    @Test
    void refusesAFileThatLacksColumnsOrHasTooMany() throws IOException {
        CsvShape shape = new CsvShape(null, ';', true, ',', DateFormat.NORDIC);
        assertThatThrownBy(() -> read("Nr;Forfall\nA;24.03.2026\n", mapping(shape, COLUMNS), new ArrayList<>()))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("Beløp");
        assertThatThrownBy(() -> shape("a;".repeat(10_000) + "\n1;2\n"))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("10001 columns");
        assertThatThrownBy(() -> shape("a;".repeat(40_000)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> shape("\"Nr;Forfall\nA;24.03.2026\n"))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("quotation mark");
        CsvShape utf8 = new CsvShape(Encoding.UTF_8, ';', true, ',', DateFormat.NORDIC);
        assertThatThrownBy(() -> read("Nr;Forfall;Beløp\n", mapping(utf8, COLUMNS), new ArrayList<>()))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void tellsColumnsOfTheSameNameApart() throws IOException {
        IncomingFile file = file("Navn;Navn;;Navn (2)\na;b;c;d\n", StandardCharsets.UTF_8);
        try (CsvRecords records = CsvRecords.of(file, CsvGuess.shape(file))) {
            assertThat(records.columns()).doesNotHaveDuplicates().startsWith("Navn", "Navn (2)", "#3");
        }
    }
}
