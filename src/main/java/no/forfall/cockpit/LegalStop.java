package no.forfall.cockpit;

import org.jspecify.annotations.Nullable;

/**
 * What one rule of law has stopped in one version of a process. Counts are of cases.
 *
 * @param statute act and paragraph, in the language of the act
 * @param text what the rule says in the reader's language; null when it is a rule no longer known
 * @param process the key of the process; {@code processName} in the reader's language
 * @param waited cases in which a step had to wait for a date
 * @param asked cases in which a step was barred until a person decides
 * @param withoutFee cases in which a letter left without the fee it was to bear
 * @param standing cases that wait for a person's decision now
 * @param href the list of all these cases
 */
public record LegalStop(
        String rule,
        String statute,
        @Nullable String text,
        String process,
        String processName,
        int version,
        long waited,
        long asked,
        long withoutFee,
        long standing,
        String href) {}
