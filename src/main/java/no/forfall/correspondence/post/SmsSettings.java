package no.forfall.correspondence.post;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway for text messages.
 *
 * @param url where messages are posted; null for none
 * @param token what the gateway knows us by
 * @param sender what telephones show as sender, a number or at most eleven letters; null shows the creditor's name
 * @param timeout how long the gateway may take to answer; shorter than half of the outbox's lease
 */
@ConfigurationProperties("forfall.sms")
record SmsSettings(
        @Nullable URI url,
        @Nullable String token,
        @Nullable String sender,
        @DefaultValue("PT15S") Duration timeout) {

    SmsSettings {
        if (url != null && (token == null || token.isBlank())) {
            throw new IllegalArgumentException(
                    "Set forfall.sms.token beside forfall.sms.url: the gateway asks who sends");
        }
    }
}
