package no.forfall.worklist.bulk;

import java.time.LocalDate;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the rows of a run. What an action does not need is null.
 *
 * @param to the user name of whoever is to have the work
 * @param reason the key of a reason; for a hold a sentence too
 * @param until the last day of a hold, in the creditor's country; null until somebody resumes it
 * @param step the step to be finished: an element of a diagram, {@code DECIDE} or {@code CHECK_DELIVERY}
 * @param outcome the value of the one field that its form asks for
 * @param said step and outcome in words, since the forms are gone when the steps are done; null before the start
 */
public record BulkOrder(
        BulkAction action,
        @Nullable String to,
        @Nullable String reason,
        @Nullable LocalDate until,
        @Nullable String step,
        @Nullable String outcome,
        @Nullable LocalText said) {

    public BulkOrder(
            BulkAction action,
            @Nullable String to,
            @Nullable String reason,
            @Nullable LocalDate until,
            @Nullable String step,
            @Nullable String outcome) {
        this(action, to, reason, until, step, outcome, null);
    }

    BulkOrder saying(LocalText words) {
        return new BulkOrder(action, to, reason, until, step, outcome, words);
    }
}
