package no.forfall.agency;

import java.net.URI;
import java.time.Duration;
import no.forfall.sftp.SftpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the agency is reached: over HTTP, over SFTP, or, when neither is set, by files in the folder {@code agency/out} of
 * the home.
 *
 * @param name what the agency is called where a diagram names none
 * @param url where packages are posted; withdrawals and reports go to addresses below it
 * @param authorization the value of the Authorization header; null when the agency asks for none
 * @param timeout how long each step of a delivery may take; several must fit in the outbox's lease
 */
@ConfigurationProperties("forfall.agency")
record AgencySettings(
        @DefaultValue("agency") String name,
        @Nullable URI url,
        @Nullable String authorization,
        @DefaultValue("PT15S") Duration timeout,
        @Nullable SftpServer sftp) {

    AgencySettings {
        if (url != null && sftp != null) {
            throw new IllegalArgumentException("Set forfall.agency.url or forfall.agency.sftp, not both");
        }
    }
}
