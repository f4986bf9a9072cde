package no.forfall.agency;

import no.forfall.home.ForfallHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the way to the agency that is set. */
@Configuration
class AgencyLineConfiguration {

    @Bean
    AgencyLine agencyLine(AgencySettings settings, ForfallHome home) {
        if (settings.url() != null) {
            return new AgencyHttp(settings.url(), settings.authorization(), settings.timeout());
        }
        return settings.sftp() != null
                ? new AgencySftp(settings.sftp(), settings.timeout())
                : new AgencyFolder(home.home().resolve("agency").resolve("out"));
    }
}
