package no.forfall.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.forfall.policy.CountedSegment;
import no.forfall.policy.Segment;
import org.jspecify.annotations.Nullable;

/**
 * In which way the customer of a case pays late, in the reader's language.
 *
 * @param segment what counts today
 * @param name the same in words
 * @param counted what was counted last, corrected or not; null as long as nothing was
 * @param countedName the same in words
 * @param reasons sentences that say what was counted; empty when nothing was
 * @param correction what a person says instead; null when nobody does
 */
public record SegmentView(
        Segment segment,
        String name,
        @Nullable CountedSegment counted,
        @Nullable String countedName,
        List<String> reasons,
        @Nullable Correction correction) {

    /** @param endsOn the last day on which it holds, in the creditor's country */
    public record Correction(UUID id, String reason, String owner, LocalDate endsOn) {}
}
