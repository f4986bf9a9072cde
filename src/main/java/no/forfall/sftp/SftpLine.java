package no.forfall.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** An open line to a server; closing it ends everything that belongs to it. */
public final class SftpLine implements AutoCloseable {

    private final SftpServer server;
    private final SshClient client;
    private final SftpClient sftp;

    SftpLine(SftpServer server, Duration timeout) throws IOException {
        this.server = server;
        this.client = client(server);
        try {
            ClientSession session = signIn(timeout);
            this.sftp = SftpClientFactory.instance().createSftpClient(session);
        } catch (IOException | RuntimeException failed) {
            client.close();
            throw failed;
        } catch (GeneralSecurityException unreadable) {
            client.close();
            throw new IOException("The key file cannot be read", unreadable);
        }
    }

    public SftpClient sftp() {
        return sftp;
    }

    /**
     * Lays a file into the folder. It gets its name only when it is complete, in place of an earlier one of that name.
     *
     * @throws IOException when it surely is not there
     * @throws UncheckedIOException when the line broke while it got its name, so that nobody knows
     */
    public void lay(String name, byte[] content) throws IOException {
        String file = server.file(name);
        String unfinished = file + ".part";
        try (OutputStream out = sftp.write(unfinished)) {
            out.write(content);
        }
        removeIfThere(file);
        try {
            sftp.rename(unfinished, file);
        } catch (SftpException refused) {
            throw refused;
        } catch (IOException lost) {
            throw new UncheckedIOException("Nobody knows whether " + file + " was taken", lost);
        }
    }

    /** An earlier attempt may have come this far; servers rename onto no existing file. */
    private void removeIfThere(String file) throws IOException {
        try {
            sftp.remove(file);
        } catch (SftpException absent) {
            if (absent.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw absent;
            }
        }
    }

    private static SshClient client(SftpServer server) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(
                (session, address, key) -> server.fingerprint().equals(KeyUtils.getFingerPrint(key)));
        client.start();
        return client;
    }

    private ClientSession signIn(Duration timeout) throws IOException, GeneralSecurityException {
        ClientSession session = client.connect(server.user(), server.host(), server.port())
                .verify(timeout)
                .getSession();
        if (server.password() != null) {
            session.addPasswordIdentity(server.password());
        }
        if (server.keyFile() != null) {
            new FileKeyPairProvider(server.keyFile()).loadKeys(session).forEach(session::addPublicKeyIdentity);
        }
        session.auth().verify(timeout);
        return session;
    }

    @Override
    public void close() throws IOException {
        try (client) {
            sftp.close();
        }
    }
}
