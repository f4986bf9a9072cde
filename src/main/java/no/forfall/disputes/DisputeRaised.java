package no.forfall.disputes;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * The debtor objects to the claim; nothing of what is disputed is demanded until that is decided.
 *
 * @param reopened whether it takes up again what was decided before
 * @param part what of the principal is disputed, amount with currency; null when the whole claim is
 */
public record DisputeRaised(
        CaseNumber caseNumber,
        UUID dispute,
        DisputeReason reason,
        boolean reopened,
        @Nullable String part,
        String text) implements CaseEvent {}
