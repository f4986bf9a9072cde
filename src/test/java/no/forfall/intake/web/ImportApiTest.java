package no.forfall.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.identity.Role;
import no.forfall.intake.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ForfallTest
@Timeout(120)
class ImportApiTest {

    private static final String HEADER =
            "creditor_org;creditor_name;creditor_country;invoice;issued;due;currency;amount;" + "customer;name\n";

    private static final String KARI =
            "Basic " + Base64.getEncoder().encodeToString("kari:let-me-in".getBytes(StandardCharsets.UTF_8));

    @Autowired
    MockMvc http;

    @Autowired
    ServletContext servlets;

    @Autowired
    People people;

    @Autowired
    House house;

    @LocalServerPort
    int port;

    @Autowired
    Upload upload;

    @BeforeEach
    void itIsMarch() {
        house.itIs("2026-03-02");
        people.save(new Person("kari", "Kari Nordmann", Set.of(Role.HANDLER)), "let-me-in");
    }

    private void isRefused(Upload.Answer answer, String reason) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.<String>at("$.reason")).contains(reason);
        assertThat(answer.<String>at("$.mend")).isNotBlank();
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        isRefused(upload.invoices(""), "empty");
        isRefused(upload.payments("  \n\n"), "empty");
    }

    @Test
    void refusesAPdfByItsContent() throws Exception {
        isRefused(upload.payments("%PDF-1.7 and so on"), "PDF");
    }

    @Test
    void refusesAZipBombWithoutUnpackingIt() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("invoices.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        isRefused(upload.send("invoices", bytes.toByteArray(), "en"), "packed");
    }

    @Test
    void refusesBinaryData() throws Exception {
        isRefused(upload.send("invoices", new byte[] {1, 2, 0, 4, 5}, "en"), "binary");
    }

    @Test
    void refusesOneGiantLine() throws Exception {
        isRefused(upload.invoices("a".repeat(30_000_000)), "longer than");
    }

    @Test
    void readsOnAfterAGiantLineAndAnOpenQuotationMark() throws Exception {
        var answer = upload.invoices(HEADER + "a".repeat(5_000_000) + "\n"
                + "914592306;\"Open;NO;Q-1;2026-02-01;2026-03-01;NOK;1,00;1;A\n"
                + "914592306;Fjordlys;NO;Q-2;2026-02-01;2026-03-01;NOK;1,00;1;A\n");
        assertThat(answer.<Integer>at("$.accepted")).as(answer.body()).isEqualTo(1);
        assertThat(answer.<List<Integer>>at("$.findings[?(@.refused == true)].line"))
                .containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Invoice [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><Invoice>&x;</Invoice>",
                "<?xml version='1.0'?><!DOCTYPE Invoice SYSTEM 'http://127.0.0.1:1/x.dtd'><Invoice/>",
                "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><l>&c;</l>"
            })
    void refusesEntitiesAndSaysSo(String xml) throws Exception {
        isRefused(upload.invoices(xml), "DOCTYPE");
    }

    @Test
    void refusesXmlThatIsTooDeepBrokenOrSomethingElse() throws Exception {
        isRefused(upload.invoices("<a>".repeat(100_000)), "deeper");
        isRefused(upload.invoices("<Invoice>\n<a></Invoice>"), "line 2");
        isRefused(upload.invoices("<Order/>"), "Order");
    }

    @Test
    void refusesAHeaderThatCannotBeRead() throws Exception {
        isRefused(upload.payments("dato;kroner\n2026-01-01;5\n"), "amount, booked, currency");
        isRefused(upload.payments("booked;amount;currency;amount\n"), "twice");
    }

    @Test
    void speaksTheLanguageOfTheCaller() throws Exception {
        assertThat(upload.send("invoices", new byte[0], "nb").<String>at("$.reason"))
                .isEqualTo("Filen er tom.");
        assertThat(upload.send("invoices", new byte[0], "sv").<String>at("$.reason"))
                .isEqualTo("Filen är tom.");
        assertThat(upload.send("invoices", new byte[0], "fr").<String>at("$.reason"))
                .isEqualTo("The file is empty.");
    }

    @Test
    void answersAMissingPartAndAnotherContentTypeAsBadRequests() throws Exception {
        http.perform(multipart("/api/invoices/imports").with(httpBasic("kari", "let-me-in")))
                .andExpect(status().isBadRequest());
        http.perform(post("/api/invoices/imports").content("x").with(httpBasic("kari", "let-me-in")))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void letsNobodyInWithoutAName() throws Exception {
        http.perform(multipart("/api/payments/imports").file(new MockMultipartFile("file", new byte[1])))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(302, 401, 403));
    }

    @Test
    void turnsAwayAFileOfSixHundredMegabytesAndTakesTheNext() throws Exception {
        HttpResponse<String> large = send("invoices", 600L << 20, "a", true);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(large.body()).contains("500 MB").contains("mend");
        HttpResponse<String> next = send("payments", 0, "booked;amount;currency\n", true);
        assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        assertThat(next.body()).contains("\"records\":0");
    }

    @Test
    void turnsAwayALargeFileThatDoesNotTellItsSize() throws Exception {
        HttpResponse<String> large = send("invoices", 510L << 20, "a", false);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("500 MB").contains("mend");
    }

    @Test
    void saysThatAFileBrokeOff() throws Exception {
        HttpRequest cut = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/invoices/imports"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Authorization", KARI)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.csv\"\r\n\r\na;b"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(cut, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("broke off").contains("mend");
    }

    @Test
    void asksThatAFileIsSentAgainLaterWhenItCannotBeKept(@TempDir Path elsewhere) throws Exception {
        Path disk = ((File) servlets.getAttribute(ServletContext.TEMPDIR)).toPath();
        Path away = Files.move(disk, elsewhere.resolve("away"));
        Files.createFile(disk);
        try {
            HttpResponse<String> answer = send("payments", 0, "booked;amount;currency\n", true);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("disk").contains("mend");
        } finally {
            Files.move(away, disk, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(send("payments", 0, "booked;amount;currency\n", true).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> send(String kind, long padding, String text, boolean tellsSize) throws Exception {
        byte[] head = ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
        var stream = HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), new Filler(padding), new ByteArrayInputStream(tail)))));
        var body = tellsSize
                ? HttpRequest.BodyPublishers.fromPublisher(stream, head.length + padding + tail.length)
                : stream;
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + kind + "/imports"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Authorization", KARI)
                .timeout(Duration.ofSeconds(90))
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** So many letters, made while they are read. */
    private static final class Filler extends InputStream {

        private long left;

        Filler(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] buffer, int start, int length) {
            int count = (int) Math.min(left, length);
            if (count <= 0) {
                return -1;
            }
            Arrays.fill(buffer, start, start + count, (byte) 'a');
            left -= count;
            return count;
        }
    }

    @Test
    void showsReportsAndRefusalsOnThePage() throws Exception {
        String csv = HEADER + "914592306;Fjordlys;NO;P-1;2026-02-01;2026-03-01;NOK;1.234;1;A\n";
        http.perform(multipart("/imports/invoices")
                        .file(new MockMultipartFile("files", "mars.csv", null, csv.getBytes(StandardCharsets.UTF_8)))
                        .file(new MockMultipartFile("files", "bilde.pdf", null, "%PDF".getBytes()))
                        .header("Accept-Language", "nb")
                        .with(user("kari").roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("mars.csv, linje 2")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Filen er en PDF")));
        http.perform(get("/imports?large=payments").with(user("kari").roles("HANDLER")))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("500 MB")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("mars.csv")));
    }

    @Test
    void saysWhichPaymentFilesItTakesAndWhereInOneSomethingStands() throws Exception {
        try (InputStream sample = getClass().getResourceAsStream("/samples/camt054.xml")) {
            String otherAccount = new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("NO7715034012358", "NO9386011117947");
            http.perform(multipart("/imports/payments")
                            .file(new MockMultipartFile(
                                    "files", "bank.xml", null, otherAccount.getBytes(StandardCharsets.UTF_8)))
                            .header("Accept-Language", "sv")
                            .with(user("kari").roles("HANDLER"))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(org.hamcrest.Matchers.containsString("camt.054, camt.053, OCR giro, BgMax, CSV")))
                    .andExpect(content()
                            .string(org.hamcrest.Matchers.containsString(
                                    "bank.xml, /Document/BkToCstmrDbtCdtNtfctn/Ntfctn[1]/Ntry[2]/NtryDtls/TxDtls[1]")))
                    .andExpect(content()
                            .string(org.hamcrest.Matchers.containsString(
                                    "1 debetposter och 1 poster som inte är bokförda än")));
        }
    }
}
