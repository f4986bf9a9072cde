package no.forfall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import no.forfall.ForfallTest;
import no.forfall.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ForfallTest
class ReadingTurnsTest {

    private static final String HEADER =
            "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;customer;name\n";

    @Autowired
    MockMvc http;

    @Autowired
    ReadingTurns turns;

    @Autowired
    Readings readings;

    @Autowired
    Imports imports;

    @Autowired
    KeptImports kept;

    @Autowired
    WaitingFiles waiting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    House house;

    @BeforeEach
    void nothingWaits() {
        house.itIs("2026-03-02");
        jdbc.sql("delete from app.waiting_file").update();
        jdbc.sql("delete from app.reading").update();
    }

    /** Three invoices, and a line that is refused and makes the file too large to be read while its sender waits. */
    private static byte[] large(String number) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= 3; i++) {
            csv.append("844444444;Innboks AS;NO;%s-%d;2026-02-01;2026-03-01;NOK;10.00;1;A\n".formatted(number, i));
        }
        return csv.append("a".repeat(300_000)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse perform(String path, String person) throws Exception {
        return http.perform(get(path)
                        .header("Accept-Language", "nb")
                        .with(user(person).roles("HANDLER")))
                .andReturn()
                .getResponse();
    }

    private String upload(byte[] file) throws Exception {
        return http.perform(multipart("/imports/invoices")
                        .file(new MockMultipartFile("files", "stor.csv", null, file))
                        .header("Accept-Language", "nb")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private long invoices(String number) {
        return jdbc.sql("select count(*) from app.invoice where number like ?")
                .param(number + "-%")
                .query(Long.class)
                .single();
    }

    private long parts() {
        return jdbc.sql("select count(*) from app.waiting_file_part")
                .query(Long.class)
                .single();
    }

    @Test
    void aLargeFileOfThePageIsReadInItsTurn() throws Exception {
        String page = upload(large("RTP"));
        assertThat(page)
                .contains("stor.csv er mottatt.", "Leses inn nå", "Venter på tur", "hx-get=\"/imports\"")
                .doesNotContain("count__number");
        assertThat(invoices("RTP")).isZero();
        turns.readAll();
        assertThat(invoices("RTP")).isEqualTo(3);
        assertThat(parts()).isZero();
        KeptImport last = kept.last(1).get(0);
        assertThat(last.sender()).isEqualTo("kari");
        assertThat(last.name()).isEqualTo("stor.csv");
        assertThat(perform("/imports/" + last.id(), "ola").getContentAsString())
                .contains("stor.csv, linje 5", "count__number\">3<")
                .doesNotContain("Venter på tur", "hx-get=\"/imports\"");
    }

    @Test
    void whatIsBrokenAsAWholeIsToldInItsTurn() throws Exception {
        byte[] cut = ("<Invoice>" + " ".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        upload(cut);
        turns.readAll();
        KeptImport last = kept.last(1).get(0);
        assertThat(last.refused()).isEqualTo(1);
        assertThat(perform("/imports/" + last.id(), "kari").getContentAsString())
                .contains("is-breach", "stor.csv");
        assertThat(waiting.queued()).isEmpty();
    }

    @Test
    void aLargeFileWhoseColumnsAreNewWaitsForItsSenderFirst() throws Exception {
        String redirect = http.perform(multipart("/imports/payments")
                        .file(new MockMultipartFile(
                                "files", "ny.csv", null, ("Dato;Kroner\n" + " ".repeat(300_000)).getBytes()))
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(redirect).startsWith("/imports/mapping/");
        assertThat(waiting.queued()).isEmpty();
    }

    @Test
    void programsMayAskLaterWhatBecameOfAFile() throws Exception {
        MockHttpServletResponse taken = http.perform(multipart("/api/invoices/imports")
                        .file(new MockMultipartFile("file", "erp.csv", null, large("RTA")))
                        .header("Prefer", "respond-async")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(taken.getStatus()).isEqualTo(202);
        String where = taken.getHeader("Location");
        assertThat(perform(where, "kari").getStatus()).isEqualTo(202);
        assertThat(perform(where, "ola").getStatus()).isEqualTo(404);
        turns.readAll();
        MockHttpServletResponse read = perform(where, "kari");
        assertThat(read.getStatus()).isEqualTo(303);
        assertThat(perform(read.getHeader("Location"), "kari").getContentAsString())
                .contains("\"accepted\":3", "\"file\":\"erp.csv\"");
        assertThat(perform("/api/imports/0", "kari").getStatus()).isEqualTo(404);
    }

    @Test
    void aFileInItsTurnIsNeverRemovedUnread() {
        for (int i = 0; i < 12; i++) {
            imports.queue(
                    Importer.INVOICES,
                    new ByteArrayInputStream(
                            (HEADER + "844444444;Innboks AS;NO;RTQ-" + i + ";2026-02-01;2026-03-01;NOK;1.00;1;A\n")
                                    .getBytes(StandardCharsets.UTF_8)),
                    "file",
                    "kari",
                    null);
        }
        house.itIs("2026-03-10");
        waiting.removeOld();
        assertThat(waiting.queued()).hasSize(12);
        turns.readAll();
        assertThat(invoices("RTQ")).isEqualTo(12);
        assertThat(count()).isEqualTo(12);
        house.itIs("2026-03-20");
        waiting.removeOld();
        assertThat(count()).isZero();
    }

    private long count() {
        return jdbc.sql("select count(*) from app.waiting_file")
                .query(Long.class)
                .single();
    }

    @Test
    void tellsHowFarAFileIsWhileItIsRead(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("bank.xml");
        Files.writeString(path, "x".repeat(1_000));
        IncomingFile file = IncomingFile.at(path, "kari");
        readings.during(Importer.PAYMENTS, file, () -> {
            readHalf(file);
            readings.tell();
            assertThat(readings.now()).as("short ones are not told").isEmpty();
            readings.tell();
            assertThat(readings.now()).singleElement().satisfies(reading -> {
                assertThat(reading.percent()).isEqualTo(50);
                assertThat(reading.checked()).isFalse();
            });
            file.progress().counted(7, 2, 1);
            readings.tell();
            return assertThat(perform()).contains("bank.xml", "value=\"50\"", "50 %");
        });
        assertThat(readings.now()).isEmpty();
    }

    private String perform() {
        try {
            return perform("/imports", "ola").getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readHalf(IncomingFile file) {
        try (InputStream bytes = file.open()) {
            bytes.readNBytes(500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysThatAReadingStandsStill() throws Exception {
        jdbc.sql("insert into app.reading values ('payments', 'abc', 'død.xml', 'forfall', 100, 43, 5, 0, 0,"
                        + " now() - interval '5 minutes')")
                .update();
        assertThat(perform("/imports", "kari").getContentAsString()).contains("død.xml", "Stoppet ved 43");
        readings.removeOld();
        assertThat(readings.now()).hasSize(1);
        jdbc.sql("update app.reading set at = now() - interval '25 hours'").update();
        readings.removeOld();
        assertThat(readings.now()).isEmpty();
    }
}
