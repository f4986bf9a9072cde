package no.forfall.engine;

import java.util.Map;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.FlowEvent;
import org.jspecify.annotations.Nullable;

/**
 * A process of a case has asked a decision table.
 *
 * @param table the key of the table
 * @param name its name
 * @param row the number of the row that answered, counted from 1; several are separated by commas, none is a dash
 * @param note what the designer wrote beside the row; null when nothing
 * @param inputs what was asked with, by the labels of the table's columns
 * @param outputs what was answered, by the names of the outputs
 */
public record TableDecided(
        CaseNumber caseNumber,
        String table,
        String name,
        int version,
        String row,
        @Nullable String note,
        Map<String, Object> inputs,
        Map<String, Object> outputs)
        implements FlowEvent {}
