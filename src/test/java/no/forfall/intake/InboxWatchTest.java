package no.forfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.home.ForfallHome;
import no.forfall.intake.reading.CsvMapping;
import no.forfall.intake.reading.CsvShape;
import no.forfall.intake.reading.DateFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

@ForfallTest
class InboxWatchTest {

    private static final String INVOICE =
            "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;"
                    + "customer;name\n844444444;Innboks AS;NO;I-1;2026-02-01;2026-03-01;NOK;10.00;1;A\n";

    @Autowired
    InboxWatch watch;

    @Autowired
    KeptImports kept;

    @Autowired
    CsvMappings mappings;

    @Autowired
    RefusedLines refusedLines;

    @Autowired
    WaitingFiles waiting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ForfallHome home;

    @Autowired
    House house;

    Path inbox;

    @BeforeEach
    void theInboxIsEmpty() throws IOException {
        house.itIs("2026-03-02");
        FileSystemUtils.deleteRecursively(home.folder("inbox"));
        inbox = home.folder("inbox/invoices");
        jdbc.sql("delete from app.waiting_file").update();
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void takesAFileWhenItHasStoppedGrowing() throws IOException {
        Path file = inbox.resolve("march.csv");
        Files.writeString(file, INVOICE.substring(0, 40));
        watch.poll();
        Files.writeString(file, INVOICE);
        watch.poll();
        assertThat(file).exists();
        watch.poll();
        assertThat(file).doesNotExist();
        assertThat(namesIn(inbox.resolve("done")))
                .hasSize(2)
                .anyMatch(name -> name.endsWith("-march.csv"))
                .anyMatch(name -> name.endsWith("-march.csv.report.json"));
        assertThat(kept.last(1)).singleElement().satisfies(last -> {
            assertThat(last.sender()).isEqualTo("forfall");
            assertThat(last.accepted()).isEqualTo(1);
        });
    }

    @Test
    void changesNothingWhenAFileComesBackAfterACrash() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), INVOICE);
        watch.poll();
        watch.poll();
        Files.writeString(inbox.resolve("a.csv"), INVOICE);
        watch.poll();
        watch.poll();
        assertThat(kept.last(1).get(0).known()).isEqualTo(1);
    }

    @Test
    void setsARefusedFileAsideWithItsReason() throws IOException {
        Files.writeString(inbox.resolve("scan.csv"), "%PDF-1.4");
        watch.poll();
        watch.poll();
        Path refused = inbox.resolve("refused");
        assertThat(namesIn(refused)).hasSize(2);
        String report = Files.readString(refused.resolve(namesIn(refused).get(1)));
        assertThat(report).contains("Filen er en PDF", "Filen är en PDF", "The file is a PDF");
    }

    /** As a bank's statement of a month may be. */
    @Test
    void takesAFileOfFiftyMegabytes() throws IOException {
        Path payments = home.folder("inbox/payments");
        try (Writer xml = Files.newBufferedWriter(payments.resolve("march.xml"))) {
            xml.write("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt>"
                    + "<Acct><Id><Othr><Id>15034012358</Id></Othr></Id></Acct>");
            String balance = "<Bal><Amt Ccy='NOK'>1.00</Amt></Bal>" + " ".repeat(990) + "\n";
            for (int i = 0; i < 55_000; i++) {
                xml.write(balance);
            }
            xml.write("<Ntry><Amt Ccy='NOK'>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                    + "<BookgDt><Dt>2026-03-01</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>");
        }
        assertThat(Files.size(payments.resolve("march.xml"))).isGreaterThan(50L << 20);
        watch.poll();
        watch.poll();
        assertThat(namesIn(payments.resolve("done"))).hasSize(2);
        assertThat(kept.last(1).get(0).accepted()).isEqualTo(1);
    }

    @Test
    void takesAFileInAFolderThatIsCalledAsAMapping() throws IOException {
        mappings.save(
                Importer.PAYMENTS,
                new CsvMapping(
                        "Banken",
                        new CsvShape(null, ';', false, ',', DateFormat.COMPACT),
                        List.of(),
                        Map.of("booked", "#1", "amount", "#2"),
                        Map.of("currency", "NOK")),
                "kari");
        Path folder = Files.createDirectories(home.folder("inbox/payments").resolve("Banken"));
        Path other = Files.createDirectories(home.folder("inbox/payments").resolve("other"));
        Files.writeString(folder.resolve("march.csv"), "20260302;10,00\n20260302;x\n");
        Files.writeString(other.resolve("march.csv"), "20260302;10,00\n");
        watch.poll();
        watch.poll();
        assertThat(namesIn(folder.resolve("done"))).hasSize(2);
        assertThat(other.resolve("march.csv")).exists();
        KeptImport last = kept.last(1).get(0);
        assertThat(last.accepted()).isEqualTo(1);
        assertThat(refusedLines.of(last.id()).orElseThrow().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.cells()).containsExactly("20260302", "x"));

        house.itIs("2026-03-20");
        refusedLines.removeOld();
        assertThat(refusedLines.of(last.id())).isPresent();
        house.itIs("2026-04-02");
        refusedLines.removeOld();
        assertThat(refusedLines.of(last.id())).isEmpty();
    }

    @Test
    void removesAWaitingFileAfterADay() throws IOException {
        Path file = Files.writeString(home.folder("incoming").resolve("a.csv"), "a;b\n");
        waiting.keep(Importer.INVOICES, IncomingFile.at(file, "kari"));
        waiting.removeOld();
        assertThat(waitingFiles()).isEqualTo(1);
        house.itIs("2026-03-04");
        waiting.removeOld();
        assertThat(waitingFiles()).isZero();
        Files.delete(file);
    }

    private int waitingFiles() {
        return jdbc.sql("select count(*) from app.waiting_file_part")
                .query(Integer.class)
                .single();
    }
}
