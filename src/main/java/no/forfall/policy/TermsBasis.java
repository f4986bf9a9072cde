package no.forfall.policy;

/**
 * The row of a table that set some terms.
 *
 * @param row counted from 1; 0 when no row fits and the careful terms of the house stand
 * @param note what the designer wrote beside the row; empty when nothing
 */
public record TermsBasis(String table, int version, int row, String note) {}
