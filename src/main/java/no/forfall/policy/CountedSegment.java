package no.forfall.policy;

import java.time.LocalDate;

/**
 * The segment of a debtor as it was counted.
 *
 * @param countedOn the day in the creditor's country
 * @param row of the table, counted from 1; 0 when no row fits or the debtor is not judged
 * @param note what the designer wrote beside the row; empty when nothing
 */
public record CountedSegment(
        Segment segment, LocalDate countedOn, Behaviour behaviour, int version, int row, String note) {}
