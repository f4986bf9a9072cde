package no.forfall.agency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.forfall.outbox.NotDelivered;
import no.forfall.sftp.SftpLine;
import no.forfall.sftp.SftpServer;

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
            line.lay(message.file(), message.json().getBytes(StandardCharsets.UTF_8));
            return message.file();
        } catch (IOException e) {
            throw new NotDelivered("The agency's server " + server.host() + " did not take it: " + e.getMessage(), e);
        }
    }
}
