package no.forfall.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lease how long a delivery may take before it counts as broken off; longer than every time-out of a receiver
 * @param retryAfter how long a refused effect waits before the next attempt; doubles with each, up to six hours
 * @param together how many effects are prepared in one transaction, and recorded in one after they were delivered; a node
 *     that dies leaves as many whose delivery is unknown at most
 * @param dispatch whether this node delivers by itself; off where a test or the time machine does it
 */
@ConfigurationProperties("forfall.outbox")
record OutboxSettings(
        @DefaultValue("PT2M") Duration lease,
        @DefaultValue("PT1M") Duration retryAfter,
        @DefaultValue("10") int together,
        @DefaultValue("true") boolean dispatch) {

    private static final Duration LONGEST = Duration.ofHours(6);

    Duration waitAfter(int attempts) {
        Duration wait = retryAfter.multipliedBy(1L << Math.min(attempts, 9));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
