package no.forfall.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param watch whether the folders {@code inbox/invoices} and {@code inbox/payments} of the home are watched, and {@code inbox/returned} with
 *     them
 * @param largest how large a file in them may be
 * @param inTurnFrom from which size on an uploaded file waits for its turn, so that its sender need not
 */
@ConfigurationProperties("forfall.intake")
record IntakeSettings(
        @DefaultValue("true") boolean watch,
        @DefaultValue("500MB") DataSize largest,
        @DefaultValue("256KB") DataSize inTurnFrom) {}
