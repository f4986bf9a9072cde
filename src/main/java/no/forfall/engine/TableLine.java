package no.forfall.engine;

import java.util.List;

/**
 * A row of a decision table as it is written.
 *
 * @param number counted from 1, as people count rows
 * @param note what the designer wrote beside it; empty when nothing
 * @param conditions one for each input, in FEEL; a dash where any value will do
 * @param answer of the first output, in FEEL
 */
public record TableLine(int number, String note, List<String> conditions, String answer) {}
