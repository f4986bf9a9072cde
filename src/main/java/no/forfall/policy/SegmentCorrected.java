package no.forfall.policy;

import java.time.LocalDate;
import no.forfall.shared.CaseEvent;
import no.forfall.shared.CaseNumber;

/**
 * A person has put the customer of a case into another segment than it was counted into.
 *
 * @param counted the segment as it was counted
 * @param endsOn the last day on which the correction holds, in the creditor's country
 */
public record SegmentCorrected(
        CaseNumber caseNumber, Segment counted, Segment segment, String owner, String note, LocalDate endsOn)
        implements CaseEvent {}
