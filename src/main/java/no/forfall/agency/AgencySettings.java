package no.forfall.agency;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
        @Nullable Sftp sftp) {

    AgencySettings {
        if (url != null && sftp != null) {
            throw new IllegalArgumentException("Set forfall.agency.url or forfall.agency.sftp, not both");
        }
    }

    /**
     * @param folder where packages are put, on the server
     * @param fingerprint of the server's key, as {@code ssh-keygen -lf} prints it: {@code SHA256:…}
     */
    record Sftp(
            String host,
            @DefaultValue("22") int port,
            String user,
            @Nullable String password,
            @Nullable Path keyFile,
            @DefaultValue(".") String folder,
            String fingerprint) {

        Sftp {
            if (host == null || user == null || fingerprint == null || (password == null && keyFile == null)) {
                throw new IllegalArgumentException(
                        "forfall.agency.sftp needs host, user, fingerprint, and password or key-file");
            }
        }
    }
}
