package no.forfall.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on a real port, with the folder {@code in}, for the user {@code forfall} with the password {@code ok}. */
public final class TestSftpServer implements AutoCloseable {

    private final SshServer server;
    private final String fingerprint;
    private final Path in;

    public TestSftpServer(Path root) {
        try {
            KeyPair key = KeyUtils.generateKeyPair("ssh-rsa", 2048);
            fingerprint = KeyUtils.getFingerPrint(key.getPublic());
            in = Files.createDirectories(root.resolve("in"));
            server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(key));
            server.setPasswordAuthenticator(
                    (user, password, session) -> "forfall".equals(user) && "ok".equals(password));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SftpServer address() {
        return address("ok", fingerprint);
    }

    public SftpServer address(String password, String fingerprint) {
        return new SftpServer("127.0.0.1", server.getPort(), "forfall", password, null, "in", fingerprint);
    }

    /** The folder as the server has it on its disk. */
    public Path folder() {
        return in;
    }

    public List<String> files() {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
