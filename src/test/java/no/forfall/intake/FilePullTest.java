package no.forfall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.forfall.home.ForfallHome;
import no.forfall.sftp.SftpServer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePullTest {

    @TempDir
    Path bank;

    @TempDir
    Path ours;

    private SshServer server;
    private String fingerprint;

    @BeforeEach
    void start() throws Exception {
        KeyPair key = KeyUtils.generateKeyPair("ssh-rsa", 2048);
        fingerprint = KeyUtils.getFingerPrint(key.getPublic());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> "forfall".equals(user) && "ok".equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(bank));
        server.start();
        Files.createDirectory(bank.resolve("out"));
        Files.createDirectory(bank.resolve("taken"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private PullSettings.Source source(@Nullable String done, String fingerprint) {
        return new PullSettings.Source(
                Importer.PAYMENTS,
                new SftpServer("127.0.0.1", server.getPort(), "forfall", "ok", null, "out", fingerprint),
                done);
    }

    private FilePull pull(PullSettings.Source... sources) {
        return new FilePull(new PullSettings(List.of(sources), Duration.ofSeconds(10)), new ForfallHome(ours));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path inbox() {
        return ours.resolve("inbox/payments");
    }

    @Test
    void fetchesAFileThatNoLongerGrowsAndMovesItAsideThere() throws IOException {
        Files.writeString(bank.resolve("out/camt.xml"), "half");
        FilePull pull = pull(source("taken", fingerprint));
        pull.poll();
        assertThat(names(inbox())).isEmpty();
        Files.writeString(bank.resolve("out/camt.xml"), "half and whole");
        pull.poll();
        assertThat(names(inbox())).as("it has grown").isEmpty();
        pull.poll();
        assertThat(names(inbox())).containsExactly("camt.xml");
        assertThat(inbox().resolve("camt.xml")).hasContent("half and whole");
        assertThat(names(bank.resolve("out"))).isEmpty();
        assertThat(names(bank.resolve("taken"))).containsExactly("camt.xml");
    }

    @Test
    void removesItThereWhenThereIsNoFolderForIt() throws IOException {
        Files.writeString(bank.resolve("out/a.txt"), "a");
        Files.writeString(bank.resolve("out/b.txt.part"), "still coming");
        Files.createDirectory(bank.resolve("out/folder"));
        FilePull pull = pull(source(null, fingerprint));
        pull.poll();
        pull.poll();
        assertThat(names(inbox())).containsExactly("a.txt");
        assertThat(names(bank.resolve("out"))).containsExactly("b.txt.part", "folder");
    }

    @Test
    void asksNoServerWithAnotherKeyAndAsksTheOthersAllTheSame() throws IOException {
        Files.writeString(bank.resolve("out/a.txt"), "a");
        FilePull wrong = pull(source(null, "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        wrong.poll();
        wrong.poll();
        assertThat(names(bank.resolve("out"))).containsExactly("a.txt");
        FilePull both =
                pull(source(null, "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), source(null, fingerprint));
        both.poll();
        both.poll();
        assertThat(names(inbox())).containsExactly("a.txt");
    }

    @Test
    void leavesAFileThereWhileOneOfItsNameWaitsInTheInbox() throws IOException {
        Files.createDirectories(inbox());
        Files.writeString(inbox().resolve("camt.xml"), "of yesterday");
        Files.writeString(bank.resolve("out/camt.xml"), "of today");
        FilePull pull = pull(source(null, fingerprint));
        pull.poll();
        pull.poll();
        assertThat(inbox().resolve("camt.xml")).hasContent("of yesterday");
        assertThat(bank.resolve("out/camt.xml")).hasContent("of today");
        Files.delete(inbox().resolve("camt.xml"));
        pull.poll();
        pull.poll();
        assertThat(inbox().resolve("camt.xml")).hasContent("of today");
        assertThat(names(bank.resolve("out"))).isEmpty();
    }

    @Test
    void isToldWhatTheFilesAre() {
        assertThatThrownBy(() -> new PullSettings.Source(
                        "letters", source(null, fingerprint).sftp(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("invoices or payments");
    }
}
