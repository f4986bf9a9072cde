package no.forfall.correspondence.post;

import java.time.Duration;
import no.forfall.home.ForfallHome;
import no.forfall.sftp.SftpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sftp the print house's server; null lays letters for print into the folder {@code letters/print} of the home
 * @param timeout how long each step of a delivery may take; several must fit in half of the outbox's lease
 */
@ConfigurationProperties("forfall.letters.print")
record PrintSettings(
        @Nullable SftpServer sftp, @DefaultValue("PT15S") Duration timeout) {

    Tray tray(ForfallHome home) {
        return sftp == null ? new FolderTray(home, "letters/print") : new SftpTray(sftp, timeout);
    }
}
