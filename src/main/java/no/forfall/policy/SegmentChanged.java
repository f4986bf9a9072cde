package no.forfall.policy;

import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * The debtor of an open case was counted into another segment than before. What comes next on the case follows the new one,
 * unless a person has corrected it.
 *
 * @param note what the designer wrote beside the row of the table; null when nothing
 */
public record SegmentChanged(
        CaseNumber caseNumber,
        Segment before,
        Segment segment,
        @Nullable String note) implements CaseEvent {}
