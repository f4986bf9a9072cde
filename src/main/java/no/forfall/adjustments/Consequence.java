package no.forfall.adjustments;

import no.forfall.cases.ClosingReason;
import no.forfall.receivables.Balance;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an adjustment does, or did.
 *
 * @param amount the sum of what is taken off or given back
 * @param closes why the case ends by it; null when it does not
 */
public record Consequence(
        Money amount,
        Balance before,
        Balance after,
        @Nullable ClosingReason closes) {}
