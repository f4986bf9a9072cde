package no.forfall.correspondence.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in a letter.
 *
 * @param total the line below; null when nothing is summed up
 */
record Table(String caption, List<Row> rows, @Nullable Row total) {}
