package no.forfall.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something agreed for one customer or one invoice.
 *
 * @param wholeCustomer whether it holds for all invoices of the customer with this creditor
 * @param days how many more; null for kinds that know no number
 * @param segment what the customer counts as; null for every other kind
 * @param owner the user name of who answers for it
 * @param endsOn the last day on which it holds, in the creditor's country
 */
public record PolicyOverride(
        UUID id,
        OverrideKind kind,
        boolean wholeCustomer,
        @Nullable Integer days,
        @Nullable Segment segment,
        String owner,
        String reason,
        Instant madeAt,
        LocalDate endsOn) {}
