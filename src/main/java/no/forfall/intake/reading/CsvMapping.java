package no.forfall.intake.reading;

import java.util.List;
import java.util.Map;

/**
 * How the columns of somebody else's CSV file become ours.
 *
 * @param name by which people choose it
 * @param header the columns of the file for which it was made, to know such a file again
 * @param columns our field to the file's column
 * @param constants our field to what holds where the file says nothing
 */
public record CsvMapping(
        String name, CsvShape shape, List<String> header, Map<String, String> columns, Map<String, String> constants) {

    public CsvMapping {
        header = List.copyOf(header);
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /** How the file calls one of our fields; our own name where it has no column. */
    public String columnOf(String field) {
        return columns.getOrDefault(field, field);
    }
}
