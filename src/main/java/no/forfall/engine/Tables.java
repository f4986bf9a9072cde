package no.forfall.engine;

import java.util.Map;

/** The decision tables, asked outside a diagram. */
public interface Tables {

    /**
     * Asks the newest edition of a table.
     *
     * @param facts by the names of the table's inputs; more than it needs does no harm
     * @throws java.util.NoSuchElementException when no such table was published
     */
    TableAnswer ask(String table, Map<String, Object> facts);
}
