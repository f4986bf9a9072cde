package no.forfall.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for a person.
 *
 * @param opened what was said when its turn came
 * @param since when that was
 * @param assignee the user name of whoever has it; null when nobody does
 */
public record OpenStep(
        StepOpened opened, Instant since, @Nullable String assignee) {}
