package no.forfall.disputes;

import java.util.UUID;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * An objection was decided.
 *
 * @param newDueOn the due date of the corrected invoice; null when it stays as it is
 * @param credited what was taken off the claim, amount with currency; null when nothing was
 */
public record DisputeDecided(
        CaseNumber caseNumber,
        UUID dispute,
        DisputeState outcome,
        @Nullable String credited,
        @Nullable String newDueOn,
        @Nullable String comment)
        implements CaseEvent {}
