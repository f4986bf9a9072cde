package no.forfall.intake;

import java.time.Duration;
import java.util.List;
import no.forfall.sftp.SftpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Servers on which files wait to be fetched.
 *
 * @param timeout how long each step may take
 */
@ConfigurationProperties("forfall.intake.pull")
record PullSettings(
        @DefaultValue List<Source> sources,
        @DefaultValue("PT30S") Duration timeout) {

    /**
     * @param kind what the files are, {@code invoices} or {@code payments}
     * @param done the folder on the server to which what was fetched is moved; null when it is removed there
     */
    record Source(String kind, SftpServer sftp, @Nullable String done) {

        Source {
            if (!Importer.INVOICES.equals(kind) && !Importer.PAYMENTS.equals(kind)) {
                throw new IllegalArgumentException(
                        "forfall.intake.pull.sources.kind is invoices or payments, not " + kind);
            }
            if (sftp == null) {
                throw new IllegalArgumentException("forfall.intake.pull.sources needs sftp");
            }
        }
    }
}
