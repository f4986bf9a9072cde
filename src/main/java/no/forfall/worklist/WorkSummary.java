package no.forfall.worklist;

/**
 * How much is open.
 *
 * @param overdue how much of it should have been done before today
 * @param today how much of it is due today
 */
public record WorkSummary(long total, long overdue, long today) {}
