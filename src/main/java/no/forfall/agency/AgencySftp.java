package no.forfall.agency;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.forfall.outbox.NotDelivered;
import no.forfall.sftp.SftpLine;
import no.forfall.sftp.SftpServer;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Uploads messages to a server whose key is known beforehand. A message gets its own name only when it is complete, so
 * that whatever fails before has surely not arrived.
 */
final class AgencySftp implements AgencyLine {

    private final SftpServer server;
    private final Duration timeout;

    AgencySftp(SftpServer server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    @Override
    public String send(AgencyMessage message) {
        try (SftpLine line = server.open(timeout)) {
            SftpClient sftp = line.sftp();
            String file = server.file(message.file());
            upload(sftp, file + ".part", message.json());
            publish(sftp, file + ".part", file);
            return message.file();
        } catch (IOException e) {
            throw new NotDelivered("The agency's server " + server.host() + " did not take it: " + e.getMessage(), e);
        }
    }

    private static void upload(SftpClient sftp, String file, String json) throws IOException {
        try (OutputStream out = sftp.write(file)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void publish(SftpClient sftp, String part, String file) throws IOException {
        removeIfThere(sftp, file);
        try {
            sftp.rename(part, file);
        } catch (SftpException refused) {
            throw refused;
        } catch (IOException lost) {
            throw new UncheckedIOException("Nobody knows whether " + file + " was taken", lost);
        }
    }

    /** An earlier attempt may have come this far; servers rename onto no existing file. */
    private static void removeIfThere(SftpClient sftp, String file) throws IOException {
        try {
            sftp.remove(file);
        } catch (SftpException absent) {
            if (absent.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw absent;
            }
        }
    }
}
