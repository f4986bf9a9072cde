package no.forfall.engine;

import java.util.List;
import java.util.Map;

/** The decision tables, asked outside a diagram. All methods speak of the newest edition. */
public interface Tables {

    /**
     * Asks the newest edition of a table.
     *
     * @param facts by the names of the table's inputs; more than it needs does no harm
     * @throws java.util.NoSuchElementException when no such table was published
     */
    TableAnswer ask(String table, Map<String, Object> facts);

    /**
     * The version of the newest edition.
     *
     * @throws java.util.NoSuchElementException when no such table was published
     */
    int version(String table);

    /**
     * Its rows, in their order.
     *
     * @throws java.util.NoSuchElementException when no such table was published
     */
    List<TableLine> lines(String table);

    /**
     * Its file with other answers in the first output; everything else stays as it was drawn. Publishes nothing.
     *
     * @param answers in FEEL, by the number of the row; a row that is not named keeps its own
     * @throws java.util.NoSuchElementException when no such table was published
     */
    byte[] withAnswers(String table, Map<Integer, String> answers);
}
