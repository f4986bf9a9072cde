package no.forfall.adjustments;

import java.math.BigDecimal;
import no.forfall.receivables.Part;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param part of a waiver; null otherwise
 * @param amount in the claim's currency, major units; null for all there is, of a waiver or a refund; a write-off takes all
 * @param creditNote the number of a credit note; null otherwise
 * @param reason why, as the journal keeps it
 */
public record Change(
        Adjustment kind,
        @Nullable Part part,
        @Nullable BigDecimal amount,
        @Nullable String creditNote,
        @Nullable String reason) {}
