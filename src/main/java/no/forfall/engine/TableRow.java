package no.forfall.engine;

/**
 * A row of a decision table.
 *
 * @param number counted from 1, as people count rows
 * @param note what the designer wrote beside it; empty when nothing
 */
public record TableRow(int number, String note) {}
