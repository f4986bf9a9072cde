package no.forfall.engine;

import java.util.List;
import java.util.Map;

/**
 * What a decision table answered.
 *
 * @param rows the rows that answered; empty when none fits
 * @param outputs the answer of these rows, by the names of the outputs; an output that a row leaves open is not in it
 */
public record TableAnswer(
        String table,
        String name,
        int version,
        List<TableRow> rows,
        Map<String, Object> inputs,
        Map<String, Object> outputs) {}
