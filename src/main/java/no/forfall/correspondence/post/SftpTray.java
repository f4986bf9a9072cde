package no.forfall.correspondence.post;

import java.io.IOException;
import java.time.Duration;
import no.forfall.outbox.NotDelivered;
import no.forfall.sftp.SftpLine;
import no.forfall.sftp.SftpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of a print house's server, whose key is known beforehand. */
final class SftpTray implements Tray {

    private static final Logger log = LoggerFactory.getLogger(SftpTray.class);

    private final SftpServer server;
    private final Duration timeout;

    SftpTray(SftpServer server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    @Override
    public void lay(String name, byte[] pdf, byte[] manifest) {
        boolean laid = false;
        try (SftpLine line = server.open(timeout)) {
            line.lay(name + ".pdf", pdf);
            line.lay(name + ".json", manifest);
            laid = true;
        } catch (IOException e) {
            if (!laid) {
                throw new NotDelivered(
                        "The print house's server " + server.host() + " did not take it: " + e.getMessage(), e);
            }
            log.debug("The print house's server did not say goodbye", e);
        }
    }

    /** There is one folder, whichever node lays the letter there. */
    @Override
    public boolean repeatable(boolean here) {
        return true;
    }
}
