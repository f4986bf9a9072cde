package no.forfall.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.forfall.outbox.NotDelivered;
import no.forfall.sftp.SftpServer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgencySftpTest {

    private static final UUID KEY = UUID.fromString("7d2f0b8e-6b0c-4b5f-9a43-0d1f2e3c4b5a");

    @TempDir
    Path root;

    SshServer server;
    String fingerprint;

    @BeforeEach
    void start() throws Exception {
        KeyPair key = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        fingerprint = KeyUtils.getFingerPrint(key.getPublic());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> "forfall".equals(user) && "ok".equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        Files.createDirectory(root.resolve("in"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    void leavesOnlyTheCompleteFile() throws IOException {
        assertThat(line("ok", fingerprint).send(message("{\"a\":1}"))).isEqualTo(KEY + ".json");
        assertThat(files()).containsExactly(KEY + ".json");
        assertThat(root.resolve("in").resolve(KEY + ".json")).hasContent("{\"a\":1}");
    }

    @Test
    void putsTheSameMessageInItsOwnPlaceWhenItIsSentAgain() throws IOException {
        line("ok", fingerprint).send(message("{\"a\":1}"));
        line("ok", fingerprint).send(message("{\"a\":2}"));
        assertThat(files()).containsExactly(KEY + ".json");
        assertThat(root.resolve("in").resolve(KEY + ".json")).hasContent("{\"a\":2}");
    }

    @Test
    void givesNothingToAServerWithAnotherKey() throws IOException {
        AgencyLine line = line("ok", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThatThrownBy(() -> line.send(message("{}"))).isInstanceOf(NotDelivered.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void isNotDeliveredWhenTheServerDoesNotKnowUs() {
        assertThatThrownBy(() -> line("wrong", fingerprint).send(message("{}"))).isInstanceOf(NotDelivered.class);
    }

    @Test
    void isNotDeliveredWhenNobodyListens() throws IOException {
        AgencyLine line = line("ok", fingerprint);
        server.stop(true);
        assertThatThrownBy(() -> line.send(message("{}"))).isInstanceOf(NotDelivered.class);
    }

    private AgencyLine line(String password, String fingerprint) {
        return new AgencySftp(
                new SftpServer("127.0.0.1", server.getPort(), "forfall", password, null, "in", fingerprint),
                Duration.ofSeconds(10));
    }

    private static AgencyMessage message(String json) {
        return AgencyMessage.handOver(KEY, json);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(root.resolve("in"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
