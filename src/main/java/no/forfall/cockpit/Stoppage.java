package no.forfall.cockpit;

import java.time.Instant;

/**
 * Something that stopped working, grouped by its cause.
 *
 * @param step where, in the reader's language
 * @param key the cause as it was said; what a retry is asked for by
 * @param href the list behind it
 * @param retryable whether running it again may help; what the law bars or may be lost is for a person to decide
 */
public record Stoppage(
        String cause, String step, long count, Instant since, String key, String href, boolean retryable) {}
