package no.forfall.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to become of an effect whose turn has come. */
public sealed interface Preparation {

    /** It goes out now. */
    record Ready() implements Preparation {}

    /** It may not go out before a time; it waits and is prepared again then. */
    record NotBefore(Instant time, String rule, String reason) implements Preparation {}

    /** It may not go out unless a person decides so; the rule is null when no law but missing data bars it. */
    record Barred(@Nullable String rule, String reason) implements Preparation {}

    /** Its case is held; it waits until that is resumed. */
    record Held() implements Preparation {}

    /** Nothing is left to do: its case was closed. */
    record Withdrawn(String reason) implements Preparation {}
}
