package no.forfall.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param watch whether the folders {@code inbox/invoices} and {@code inbox/payments} of the home are watched
 */
@ConfigurationProperties("forfall.intake")
record IntakeSettings(@DefaultValue("true") boolean watch) {}
