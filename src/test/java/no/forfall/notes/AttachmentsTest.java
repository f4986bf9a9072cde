package no.forfall.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import no.forfall.ForfallTest;
import no.forfall.House;
import no.forfall.Samples;
import no.forfall.api.Notice;
import no.forfall.cases.Cases;
import no.forfall.disputes.DisputeReason;
import no.forfall.disputes.Disputes;
import no.forfall.identity.Role;
import no.forfall.journal.Journal;
import no.forfall.shared.CaseNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Files on a case: what is taken, what is refused, who gets them, and what a scanner says. */
@ForfallTest
class AttachmentsTest {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final String PERSON = "file.keeper";

    @Autowired
    MockMvc http;

    @Autowired
    Samples samples;

    @Autowired
    House house;

    @Autowired
    Journal journal;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentTable table;

    @Autowired
    NoteTable notes;

    @Autowired
    Disputes disputes;

    @Autowired
    Cases cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private CaseNumber number;

    @BeforeEach
    void aCase() {
        house.itIs("2026-03-02");
        samples.person(PERSON, "Frida Fil", Role.HANDLER);
        number = samples.caseDue("2026-03-16", "Vedlegg AS", "NOK 1000.00").number();
    }

    private static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[1 << 20]);
        }
        return bytes.toByteArray();
    }

    private MvcResult add(String name, String claimed, byte[] content, String about) throws Exception {
        return http.perform(multipart("/cases/" + number + "/files")
                        .file(new MockMultipartFile("files", name, claimed, content))
                        .param("about", about)
                        .param("lang", "en")
                        .with(user(PERSON).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number))
                .andReturn();
    }

    private static String notice(MvcResult answer) {
        Notice notice = (Notice) answer.getFlashMap().get("notice");
        return notice == null ? "" : Objects.toString(notice.text(), "");
    }

    private void refuses(String name, byte[] content, String... words) throws Exception {
        int before = attachments.of(number).size();
        assertThat(notice(add(name, "application/pdf", content, ""))).contains(words);
        assertThat(attachments.of(number)).hasSize(before);
    }

    private Attachment newest() {
        return attachments.of(number).get(0);
    }

    @Test
    void tellsWhatAFileIsByItsContentAndNamesItSo() throws Exception {
        add("../../etc/scan.pdf", "application/pdf", png(1), "");
        Attachment file = newest();
        assertThat(file.kind()).isEqualTo(FileKind.PNG);
        assertThat(file.name()).isEqualTo("scan.png");
        http.perform(get("/cases/" + number + "/files/" + file.id())
                        .with(user("other").roles("SALES")))
                .andExpect(content().contentType("image/png"))
                .andExpect(content().bytes(png(1)))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(
                                "Content-Disposition",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.startsWith("attachment"),
                                        org.hamcrest.Matchers.containsString("scan.png"))));
    }

    @Test
    void takesWhatPeopleSendEachOther() throws Exception {
        add("Avtale (signert).pdf", "x/y", pdf(), "");
        add("notat.txt", "text/html", text("Betalt i går – sier kunden\n"), "");
        add(
                "svar.eml",
                "",
                text("From: a@example.org\r\nTo: b@example.org\r\nSubject: Hei\r\nMessage-ID: <1@x>\r\n\r\nHei\r\n"),
                "");
        assertThat(attachments.of(number))
                .extracting(Attachment::kind)
                .containsExactlyInAnyOrder(FileKind.PDF, FileKind.TEXT, FileKind.MAIL);
        assertThat(attachments.of(number))
                .allSatisfy(file -> assertThat(file.scan()).isEqualTo(Attachment.Scan.NOT_SCANNED));
        assertThat(journal.of(number, Long.MAX_VALUE, 10))
                .filteredOn(entry -> entry.kind().equals("AttachmentAdded"))
                .hasSize(3);
    }

    @Test
    void refusesWhatCouldRunAndSaysTheMend() throws Exception {
        refuses("note.txt", text("<html><body><script>alert(1)</script></body></html>"), "note.txt", "none of PDF");
        refuses("picture.png", text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "picture.png");
        refuses("42.zip.pdf", zip(), "42.zip.pdf", "Save it as PDF");
        refuses("run.txt", text("#!/bin/sh\nrm -rf /\n"), "run.txt");
        refuses("nothing.pdf", new byte[0], "nothing.pdf", "empty");
        refuses("big.pdf", new byte[(10 << 20) + 1], "big.pdf", "larger than 10 MB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a/b\\c\\d.pdf; d.pdf
            fdp\u202Egpj.pdf; fdpgpj.pdf
            CON<>:"|?*.pdf; CON_______.pdf
            ..; file
            """)
    void cleansNames(String given, String name) {
        assertThat(FileName.clean(given)).isEqualTo(name);
    }

    @Test
    void shortensNamesAndKeepsTheirEnding() {
        assertThat(FileName.clean("zip".repeat(5000) + ".pdf")).hasSize(100).endsWith("zip.pdf");
        assertThat(FileName.fitting("report.2026", FileKind.PDF)).isEqualTo("report.pdf");
        assertThat(FileName.fitting("IMG.JPEG", FileKind.JPEG)).isEqualTo("IMG.JPEG");
    }

    @Test
    void tellsOfTheSameFileOnTheCase() throws Exception {
        add("one.png", "", png(2), "");
        refuses("two.png", png(2), "two.png", "one.png", "on the case already");
    }

    @Test
    void addsAllFilesOrNone() throws Exception {
        var answer = http.perform(multipart("/cases/" + number + "/files")
                        .file(new MockMultipartFile("files", "good.png", "", png(3)))
                        .file(new MockMultipartFile("files", "bad.zip", "", zip()))
                        .with(user(PERSON).roles("HANDLER"))
                        .with(csrf()))
                .andReturn();
        assertThat(notice(answer)).contains("bad.zip", "No file was added");
        assertThat(attachments.of(number)).isEmpty();
    }

    @Test
    void keepsAtMostAsManyAsTheSettingsSay() throws Exception {
        for (int n = 0; n < 50; n++) {
            byte[] content = png(n);
            transaction.executeWithoutResult(status ->
                    attachments.add(number, Attachments.Subject.CASE, List.of(new Attachments.Sent("a.png", content))));
        }
        refuses("one too many.png", png(99), "50");
    }

    @Test
    void isTakenAwayByItsAuthorOrAManagerWithAReason() throws Exception {
        add("gone.png", "", png(4), "");
        UUID id = newest().id();
        String remove = "/cases/" + number + "/files/" + id + "/remove";
        http.perform(post(remove)
                        .param("reason", "Mine")
                        .with(user("other").roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(notice(http.perform(post(remove)
                                .param("lang", "en")
                                .with(user(PERSON).roles("HANDLER"))
                                .with(csrf()))
                        .andReturn()))
                .contains("Say why");
        http.perform(post(remove)
                .param("reason", "Wrong customer")
                .with(user("boss").roles("MANAGER"))
                .with(csrf()));
        assertThat(attachments.of(number)).isEmpty();
        assertThat(table.content(id)).isEmpty();
        var told = journal.of(number, Long.MAX_VALUE, 1).get(0);
        assertThat(told.kind()).isEqualTo("AttachmentRemoved");
        assertThat(told.facts()).containsEntry("file", "gone.png").containsEntry("reason", "Wrong customer");
    }

    @Test
    void goesIntoTheEvidenceOfAnObjectionOrWhenTicked() throws Exception {
        var dispute = transaction.execute(
                status -> disputes.raise(number, DisputeReason.values()[0], null, "Broken", PERSON));
        add("broken.png", "", png(5), "dispute:" + dispute.id());
        add("receipt.png", "", png(6), "");
        http.perform(post("/cases/" + number + "/files/" + newest().id() + "/evidence")
                .param("on", "true")
                .with(user(PERSON).roles("HANDLER"))
                .with(csrf()));
        add("private.png", "", png(7), "");
        byte[] packet = http.perform(get("/api/cases/" + number + "/evidence.zip")
                        .with(user(PERSON).roles("HANDLER")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packet))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(files.keySet().stream().filter(name -> name.startsWith("attachments/")))
                .hasSize(2)
                .anyMatch(name -> name.endsWith("-broken.png"))
                .anyMatch(name -> name.endsWith("-receipt.png"));
        assertThat(new String(files.get("journal.csv"), StandardCharsets.UTF_8)).contains("private.png");
    }

    @Test
    void belongsOnlyToWhatIsOnTheCase() throws Exception {
        http.perform(multipart("/cases/" + number + "/files")
                        .file(new MockMultipartFile("files", "a.png", "", png(8)))
                        .param("about", "dispute:" + UUID.randomUUID())
                        .with(user(PERSON).roles("HANDLER"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(notice(add("a.png", "", png(8), "note:x"))).contains("Choose the case");
    }

    private AttachmentSettings scanning(String script, Duration limit) throws IOException {
        Path command = Files.writeString(folder.resolve("scan-" + UUID.randomUUID() + ".sh"), script);
        return new AttachmentSettings(DataSize.ofMegabytes(10), 50, List.of("/bin/sh", command.toString()), limit);
    }

    private Attachment scanned(AttachmentSettings settings, String name, byte[] content) {
        Attachments scanning = new Attachments(table, notes, disputes, cases, settings, events, clock);
        Attachment waiting = Objects.requireNonNull(transaction.execute(status ->
                        scanning.add(number, Attachments.Subject.CASE, List.of(new Attachments.Sent(name, content)))))
                .get(0);
        assertThat(scanning.content(waiting)).isEmpty();
        new AttachmentScans(settings, table, transaction, events, clock).scan(waiting.id());
        return attachments.get(number, waiting.id());
    }

    private String fetching(Attachment file) throws Exception {
        return notice(http.perform(get("/cases/" + number + "/files/" + file.id())
                        .param("lang", "en")
                        .with(user(PERSON).roles("HANDLER")))
                .andReturn());
    }

    @Test
    void asksTheScannerAndKeepsNothingHarmful() throws Exception {
        AttachmentSettings settings =
                scanning("if grep -q EICAR-STANDARD; then exit 1; fi; exit 0\n", Duration.ofSeconds(20));
        Attachment harmful = scanned(settings, "eicar.txt", text(EICAR));
        assertThat(harmful.scan()).isEqualTo(Attachment.Scan.REFUSED);
        assertThat(table.content(harmful.id())).isEmpty();
        assertThat(fetching(harmful)).contains("eicar.txt", "not kept");
        assertThat(journal.of(number, Long.MAX_VALUE, 1).get(0).kind()).isEqualTo("AttachmentRefused");
        Attachment clean = scanned(settings, "big.txt", text("harmless ".repeat(100_000)));
        assertThat(clean.scan()).isEqualTo(Attachment.Scan.CLEAN);
        assertThat(attachments.content(clean)).isPresent();
    }

    @Test
    void cannotBeFetchedWhileTheScannerSaysNothing() throws Exception {
        Attachment slow =
                scanned(scanning("exec sleep 30\n", Duration.ofMillis(200)), "slow.txt", text("x".repeat(300_000)));
        assertThat(slow.scan()).isEqualTo(Attachment.Scan.WAITING);
        assertThat(fetching(slow)).contains("slow.txt", "not been scanned yet");
        AttachmentSettings broken = scanning("exit 2\n", Duration.ofSeconds(20));
        assertThat(scanned(broken, "broken.txt", text("hello there")).scan()).isEqualTo(Attachment.Scan.WAITING);
        AttachmentSettings well = scanning("cat > /dev/null\n", Duration.ofSeconds(20));
        new AttachmentScans(well, table, transaction, events, clock).round();
        assertThat(attachments.of(number))
                .allSatisfy(file -> assertThat(file.scan()).isEqualTo(Attachment.Scan.CLEAN));
    }
}
