package no.forfall.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to become of an effect whose turn has come. */
public sealed interface Preparation {

    /** It goes out now, in this way. */
    record Ready(Delivery delivery) implements Preparation {}

    /** It does not go out now. */
    sealed interface Standstill extends Preparation {}

    /** It may not go out before a time; it waits and is prepared again then. */
    record NotBefore(Instant time, String rule, String reason) implements Standstill {}

    /** It may not go out unless a person decides so; the rule is null when no law but missing data bars it. */
    record Barred(@Nullable String rule, String reason) implements Standstill {}

    /** Its case is held; it waits until that is resumed. */
    record Held() implements Standstill {}

    /** Nothing is left to do: its case was closed. */
    record Withdrawn(String reason) implements Standstill {}
}
