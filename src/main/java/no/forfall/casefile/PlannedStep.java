package no.forfall.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next on a case.
 *
 * @param element its id in the diagram
 * @param name its name in the reader's language
 * @param at when; null when a person or something outside decides that
 * @param rule the rule of law it waits for; null when none does
 * @param reason why it waits, in the reader's language; null when it only waits for its time
 * @param decision whether a person decides whether it may happen
 */
public record PlannedStep(
        String element,
        String name,
        @Nullable Instant at,
        @Nullable String rule,
        @Nullable String reason,
        boolean decision) {}
