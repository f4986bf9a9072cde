package no.forfall.outbox;

import java.time.Instant;

/** What is to become of an effect whose turn has come. */
public sealed interface Preparation {

    /** It goes out now. */
    record Ready() implements Preparation {}

    /** It may not go out before a time; it waits and is prepared again then. */
    record NotBefore(Instant time, String rule, String reason) implements Preparation {}

    /** It may not go out unless a person decides so. */
    record Barred(String rule, String reason) implements Preparation {}

    /** Its case is held; it waits until that is resumed. */
    record Held() implements Preparation {}

    /** Nothing is left to do: its case was closed. */
    record Withdrawn(String reason) implements Preparation {}
}
