package no.forfall.disputes;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an objection is decided.
 *
 * @param credit what to credit: less than what is disputed when the debtor is right in part, less than the open principal or
 *     nothing with a corrected invoice; null otherwise
 * @param newDueOn the due date of a corrected invoice, after today; null otherwise
 * @param comment why; null when nobody said
 */
public record Decision(
        DisputeState outcome,
        @Nullable Money credit,
        @Nullable LocalDate newDueOn,
        @Nullable String comment) {}
