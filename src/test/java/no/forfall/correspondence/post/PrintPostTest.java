package no.forfall.correspondence.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import no.forfall.home.ForfallHome;
import no.forfall.outbox.NotDelivered;
import no.forfall.sftp.SftpServer;
import no.forfall.sftp.TestSftpServer;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Sha256;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PrintPostTest {

    private static final UUID KEY = UUID.fromString("7d2f0b8e-6b0c-4b5f-9a43-0d1f2e3c4b5a");
    private static final String NAME = "F-100001-" + KEY;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path root;

    @TempDir
    Path home;

    TestSftpServer server;

    @BeforeEach
    void start() {
        server = new TestSftpServer(root);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void laysThePdfAndWhatAPrintHouseMustKnowOfIt() throws IOException {
        Parcel letter = letter(2, Postal.Window.RIGHT);
        assertThat(post(server.address()).deliver(letter)).isEqualTo(NAME + ".pdf");
        assertThat(server.files()).containsExactly(NAME + ".json", NAME + ".pdf");
        assertThat(server.folder().resolve(NAME + ".pdf")).hasBinaryContent(letter.content());
        JsonNode manifest = manifest(server.folder());
        assertThat(manifest.toString())
                .isEqualTo(("{'letter':'%s','case':'F-100001','file':'%s.pdf','sha256':'%s','pages':2,'duplex':false,"
                                + "'colour':false,'window':'RIGHT','language':'sv','recipient':{'name':'Åse & Co AB',"
                                + "'street':'Kyrkvägen 7','postalCode':'113 47','city':'Stockholm','country':'SE'}}")
                        .replace('\'', '"')
                        .formatted(KEY, NAME, Sha256.hex(letter.content())));
    }

    @Test
    void putsALetterInItsOwnPlaceWhenItIsLaidAgain() throws IOException {
        post(server.address()).deliver(letter(2, Postal.Window.LEFT));
        post(server.address()).deliver(letter(3, Postal.Window.LEFT));
        assertThat(server.files()).containsExactly(NAME + ".json", NAME + ".pdf");
        assertThat(manifest(server.folder()).get("pages").asInt()).isEqualTo(3);
        assertThat(post(server.address()).repeatable(false)).isTrue();
    }

    @Test
    void laysTheSameIntoTheFolder() throws IOException {
        Post post = new PrintPost(new PrintSettings(null, PATIENCE).tray(new ForfallHome(home)));
        post.deliver(letter(1, Postal.Window.LEFT));
        Path folder = home.resolve("letters/print");
        assertThat(manifest(folder).get("window").asText()).isEqualTo("LEFT");
        assertThat(manifest(folder).get("sha256").asText())
                .isEqualTo(Sha256.hex(Files.readAllBytes(folder.resolve(NAME + ".pdf"))));
        assertThat(post.repeatable(true)).isTrue();
        assertThat(post.repeatable(false)).isFalse();
    }

    @Test
    void isNotDeliveredToAServerWithAnotherKeyOrPasswordOrToNone() {
        String other = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        refuses(server.address("ok", other));
        refuses(server.address("wrong", server.address().fingerprint()));
        SftpServer gone = server.address();
        server.close();
        refuses(gone);
        assertThat(server.files()).isEmpty();
    }

    /** What has no manifest is not printed, so it has not been delivered. */
    @Test
    void isNotDeliveredWhenOnlyThePdfWasTaken() throws IOException {
        Files.createDirectories(server.folder().resolve(NAME + ".json.part"));
        assertThatThrownBy(() -> post(server.address()).deliver(letter(1, Postal.Window.LEFT)))
                .isInstanceOf(NotDelivered.class);
        assertThat(server.files()).contains(NAME + ".pdf").doesNotContain(NAME + ".json");
    }

    @Test
    void readsTheServerFromTheSettings() {
        PrintSettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "forfall.letters.print.sftp.host", "print.example",
                        "forfall.letters.print.sftp.user", "nordlys",
                        "forfall.letters.print.sftp.key-file", "/etc/forfall/key",
                        "forfall.letters.print.sftp.fingerprint", "SHA256:x")))
                .bind("forfall.letters.print", PrintSettings.class)
                .get();
        assertThat(settings.sftp().host()).isEqualTo("print.example");
        assertThat(settings.sftp().port()).isEqualTo(22);
        assertThat(settings.tray(new ForfallHome(home))).isInstanceOf(SftpTray.class);
    }

    private void refuses(SftpServer address) {
        assertThatThrownBy(() -> post(address).deliver(letter(1, Postal.Window.LEFT)))
                .isInstanceOf(NotDelivered.class);
    }

    private static JsonNode manifest(Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(NAME + ".json").toFile());
    }

    private static Post post(SftpServer address) {
        return new PrintPost(new SftpTray(address, PATIENCE));
    }

    private static Parcel letter(int pages, Postal.Window window) {
        return new Parcel(
                KEY,
                new CaseNumber("F-100001"),
                "",
                "Åse & Co AB, Kyrkvägen 7, 113 47 Stockholm",
                "Påminnelse",
                pdf(pages),
                new Postal("Åse & Co AB", "Kyrkvägen 7", "113 47", "Stockholm", "SE", window, "sv"));
    }

    private static byte[] pdf(int pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
