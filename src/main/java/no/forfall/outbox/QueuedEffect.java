package no.forfall.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An effect and how it stands.
 *
 * @param notBefore the earliest time it may leave
 * @param rule the rule of law that makes it wait or bars it; null when none does
 * @param reason why it stands still, in words; null when it does not
 * @param attempts how often its delivery began
 */
public record QueuedEffect(
        Effect effect,
        EffectState state,
        Instant queuedAt,
        Instant notBefore,
        @Nullable String rule,
        @Nullable String reason,
        int attempts) {}
