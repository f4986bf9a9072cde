package no.forfall.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param attempts after how many a delivery is given up
 * @param timeout for one attempt
 * @param plainHttp whether addresses without TLS are taken, for trying it out
 */
@ConfigurationProperties("forfall.webhooks")
record WebhookSettings(
        @DefaultValue("20") int attempts,
        @DefaultValue("PT10S") Duration timeout,
        @DefaultValue("false") boolean plainHttp) {

    /** Ten seconds, then longer and longer, at most an hour. */
    Duration waitAfter(int attempts) {
        long seconds = 10L << Math.min(attempts - 1, 9);
        return Duration.ofSeconds(Math.min(seconds, 3_600));
    }
}
